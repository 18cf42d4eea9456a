import { ACCOUNT_ANSWERS, BUTTON_ANSWERS } from "#app/domain/route/closing-route.ts";
import type { RouteAnswers } from "#app/services/closing/answer-route.server.ts";
import { useTranslator } from "./translator.tsx";

type Props = { kind: "brand" | "partner" | null; told: RouteAnswers };

/** The route finder's two questions as plain HTML; without a choice made, the button changes nothing. */
export function ExitRouteForm({ kind, told }: Props) {
  const { t } = useTranslator();
  const accounts = ACCOUNT_ANSWERS.filter((each) => kind === null || each !== "partner");
  return (
    <form method="post">
      <fieldset>
        <legend>{t("route.account")}</legend>
        <p className="help">{t("route.accountHelp")}</p>
        {accounts.map((value) => (
          <Answer
            key={value}
            name="account"
            value={value}
            label={t(`route.account.${value}`)}
            chosen={told.account === value}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("route.button")}</legend>
        <p className="help">{t("route.buttonHelp")}</p>
        {BUTTON_ANSWERS.map((value) => (
          <Answer
            key={value}
            name="button"
            value={value}
            label={t(`route.button.${value}`)}
            chosen={told.button === value}
          />
        ))}
      </fieldset>
      <p className="actions">
        <button type="submit" className="button">
          {t("trial.decide")}
        </button>
      </p>
    </form>
  );
}

type AnswerProps = { name: string; value: string; label: string; chosen: boolean };

function Answer({ name, value, label, chosen }: AnswerProps) {
  const id = `${name}-${value}`;
  return (
    <label className="check" htmlFor={id}>
      <input id={id} name={name} type="radio" value={value} defaultChecked={chosen} />
      <span>{label}</span>
    </label>
  );
}
