import { useTranslator } from "#app/components/page/translator.tsx";
import { deskLines } from "#app/components/request/desk-lines.ts";
import type { AskAboutOutcome } from "#app/services/requests/ask-about.server.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Props = Pick<RequestView, "reference" | "timeZone"> & {
  desk: NonNullable<RequestView["desk"]>;
  /** What came of the press that led here. */
  asked: AskAboutOutcome | null;
};

/** Where the ticket stands at the help desk, with a button that asks there now, as plain HTML. */
export function ExitDesk({ desk, asked, reference, timeZone }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <section aria-labelledby="desk">
      <h2 id="desk">{t("status.desk.title")}</h2>
      {asked ? (
        <p role="status">
          <strong>{t(`receipt.askDesk.${asked}`)}</strong>
        </p>
      ) : null}
      {deskLines(desk, timeZone, translator).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <form method="post" action="/exit/request#desk">
        <input type="hidden" name="reference" value={reference} />
        <p className="help">{t("exit.deskHow")}</p>
        <button type="submit" name="ask" value="desk" className="button plain">
          {t("receipt.askDesk")}
        </button>
      </form>
    </section>
  );
}
