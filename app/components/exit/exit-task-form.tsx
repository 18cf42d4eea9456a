import { useTranslator } from "#app/components/page/translator.tsx";
import { PAYOUT_CHOICES } from "#app/domain/closing-path/partner-balance.ts";
import type { showTask } from "#app/services/closing/show-task.server.ts";
import { ExitChoice } from "./exit-choice.tsx";
import { AnotherCode, type AskedCode, ExitCodeStep } from "./exit-code-step.tsx";
import { ExitField } from "./exit-field.tsx";

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
      <Save {...asked} />
    </form>
  );
}

type BalanceProps = {
  /** As told, or as just entered. */
  balance: Omit<Shown["balance"], "asOf" | "payoutChoice"> & { asOf: string; payoutChoice: string | null };
  currency: string;
  asked: AskedCode;
  errors: Record<"amount" | "asOf" | "threshold", string | undefined>;
};

/** A partner's balance as they see it, and the three ways out of one that is too small. */
export function ExitBalanceForm({ balance, currency, asked, errors }: BalanceProps) {
  const { t, money } = useTranslator();
  return (
    <form method="post">
      <h2>{t("balance.title")}</h2>
      {balance.band ? <p>{t(`balance.standing.${balance.band}`)}</p> : null}
      <ExitField
        name="amount"
        label={`${t("balance.amount")} (${currency})`}
        value={balance.amount}
        error={errors.amount}
        inputMode="decimal"
      />
      <ExitField name="asOf" label={t("balance.asOf")} value={balance.asOf} error={errors.asOf} type="date" />
      <ExitField
        name="threshold"
        label={`${t("balance.threshold")} (${currency})`}
        help={
          balance.checkedThreshold
            ? t("balance.thresholdChecked", { amount: money(balance.checkedThreshold, currency) })
            : t("balance.thresholdHelp")
        }
        value={balance.threshold}
        error={errors.threshold}
        inputMode="decimal"
      />
      <ExitChoice
        name="way"
        title={t("balance.way")}
        options={PAYOUT_CHOICES.map((value) => ({
          value,
          label: t(`balance.way.${value}`),
          help: t(`balance.way.${value}Help`),
        }))}
        chosen={balance.payoutChoice}
      />
      <Save {...asked} />
    </form>
  );
}

function Save(asked: AskedCode) {
  const { t } = useTranslator();
  return (
    <>
      <ExitCodeStep {...asked} />
      <p className="actions">
        <button type="submit" className="button">
          {t("common.save")}
        </button>
        <AnotherCode {...asked} />
      </p>
    </>
  );
}
