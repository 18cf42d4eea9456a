import { useTranslator } from "#app/components/page/translator.tsx";
import type { Kind } from "#app/domain/account/account.ts";
import { ACCOUNT_ANSWERS, BUTTON_ANSWERS } from "#app/domain/closing-path/closing-path.ts";
import type { RouteAnswers } from "#app/services/closing/answer-path.server.ts";
import { ExitChoice } from "./exit-choice.tsx";
import { AnotherCode, type AskedCode, ExitCodeStep } from "./exit-code-step.tsx";

type Props = { kind: Kind | null; stated: RouteAnswers; asked: AskedCode };

/** The route finder's two questions as plain HTML; without a choice made, the button changes nothing. */
export function ExitRouteForm({ kind, stated, asked }: Props) {
  const { t } = useTranslator();
  const accounts = ACCOUNT_ANSWERS.filter((each) => kind === null || each !== "partner");
  return (
    <form method="post">
      <ExitChoice
        name="account"
        title={t("route.account")}
        help={t("route.accountHelp")}
        options={accounts.map((value) => ({ value, label: t(`route.account.${value}`) }))}
        chosen={stated.account}
      />
      <ExitChoice
        name="button"
        title={t("route.button")}
        help={t("route.buttonHelp")}
        options={BUTTON_ANSWERS.map((value) => ({ value, label: t(`route.button.${value}`) }))}
        chosen={stated.button}
      />
      <ExitCodeStep {...asked} />
      <p className="actions">
        <button type="submit" className="button">
          {t("trial.decide")}
        </button>
        <AnotherCode {...asked} />
      </p>
    </form>
  );
}
