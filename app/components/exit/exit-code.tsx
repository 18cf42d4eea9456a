import { useTranslator } from "#app/components/page/translator.tsx";
import type { ExitCodeView } from "#app/services/exit/show-exit-code.server.ts";

type Props = { code: ExitCodeView; problem: string | null };

/** Asks for the mailed code above the button that hands over, and shows the way that needs none. */
export function ExitCodeField({ code, problem }: Props) {
  const { t } = useTranslator();
  if (code.address === null || !code.reachable)
    return (
      <p>
        <strong>{t("exit.code.unreachable")}</strong>
      </p>
    );
  const { address } = code;
  return (
    <>
      <label htmlFor="code">{t("exit.code.label")}</label>
      <span className="help" id="code-help">
        {t(`exit.code.mail.${code.mail}`, { address })}
        <br />
        {t("exit.code.help")}
      </span>
      <input
        id="code"
        name="code"
        type="text"
        className="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-describedby="code-help"
        aria-invalid={problem ? true : undefined}
        spellCheck={false}
      />
      <span className="help">{t("exit.code.why")}</span>
    </>
  );
}

/** The second button comes after the one that hands over: Enter in a field presses the first of a form. */
export function NewExitCode({ code }: { code: ExitCodeView }) {
  const { t } = useTranslator();
  return (
    <>
      {code.address !== null && code.reachable ? (
        <p className="actions">
          {code.mail === "sending" || code.mail === "late" ? (
            <button type="submit" name="intent" value="look" className="button plain">
              {t("exit.code.look")}
            </button>
          ) : null}
          <button type="submit" name="intent" value="code" className="button plain">
            {t("exit.code.send")}
          </button>
        </p>
      ) : null}
      <h2>{t("exit.code.without")}</h2>
      <p>{t("exit.code.withoutBody")}</p>
    </>
  );
}
