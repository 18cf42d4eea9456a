import { useTranslator } from "#app/components/page/translator.tsx";
import { BALANCE_FIELDS, type BalanceName, PAYOUT_FIELD } from "#app/http/balance-fields.ts";
import type { showTask } from "#app/services/closing/show-task.server.ts";
import { ExitChoice } from "./exit-choice.tsx";
import { type AskedCode, ExitSave } from "./exit-code-step.tsx";
import { ExitFields } from "./exit-fields.tsx";

type Shown = Extract<Awaited<ReturnType<typeof showTask>>, { outcome: "task" }>;

/** What was chosen when the code was still missing, and the code. */
type StatedProps = Pick<Shown, "task"> & { stated: string | null; asked: AskedCode };

/** The merchant's own word on a task; nothing is chosen for who has not said it yet. */
export function ExitStatedForm({ task, stated, asked }: StatedProps) {
  const { t } = useTranslator();
  return (
    <form method="post">
      <h2>{t("told.title")}</h2>
      <p>{t(task.checkable ? "told.checkable" : "told.only")}</p>
      <ExitChoice
        name="told"
        title={t("told.legend")}
        options={[
          { value: "done", label: t("told.done") },
          { value: "open", label: t("told.open") },
        ]}
        chosen={stated ?? (task.evidence === "told" ? task.status : null)}
      />
      <ExitSave {...asked} />
    </form>
  );
}

type BalanceProps = {
  /** As told, or as just entered. */
  balance: Omit<Shown["balance"], "asOf" | "payoutChoice"> & { asOf: string; payoutChoice: string | null };
  currency: string;
  asked: AskedCode;
  errors: Record<BalanceName, string | undefined>;
};

/** A partner's balance as they see it, and the three ways out of one that is too small. */
export function ExitBalanceForm({ balance, currency, asked, errors }: BalanceProps) {
  const { t, money } = useTranslator();
  return (
    <form method="post">
      <h2>{t("balance.title")}</h2>
      {balance.band ? <p>{t(`balance.standing.${balance.band}`)}</p> : null}
      <ExitFields
        fields={[...BALANCE_FIELDS, PAYOUT_FIELD]}
        values={{ ...balance, way: balance.payoutChoice ?? "" }}
        errorOf={(name) => (name === "way" ? undefined : errors[name])}
        helpOf={(name) =>
          name === "threshold" && balance.checkedThreshold
            ? t("balance.thresholdChecked", { amount: money(balance.checkedThreshold, currency) })
            : undefined
        }
        currency={currency}
        isCurrencyKnown
      />
      <ExitSave {...asked} />
    </form>
  );
}
