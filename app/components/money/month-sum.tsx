import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import { isSome } from "./amounts.ts";
import { bounded } from "./bounded.ts";

type Props = {
  preview: Pick<PreviewReport, "asOf" | "buildUp" | "currency" | "plan" | "thisMonth" | "unread">;
};

/** What the month's fee is reckoned from, line by line. */
export function MonthSum({ preview }: Props) {
  const words = useTranslator();
  const { t, money, day } = words;
  const { thisMonth, currency, plan, asOf } = preview;
  const end = preview.buildUp?.days.at(-1)?.date ?? asOf;
  // Rows that could not be read may add to every part of the sum, and lift the share above the minimum.
  const isLeast = preview.unread.length > 0;
  const isMinimum = thisMonth.rule === "minimum" && !isLeast;
  const amount = (text: string | null) =>
    text === null
      ? t("provenance.unknown")
      : isLeast
        ? bounded({ amount: text, bound: "atLeast" }, currency, words)
        : money(text, currency);
  return (
    <dl className="money-sum">
      <div>
        <dt>{t("fees.locked", { on: day(asOf) })}</dt>
        <dd>{amount(thisMonth.feeBase)}</dd>
      </div>
      {thisMonth.knownToLock === null ? null : (
        <div>
          <dt>{t("fees.known", { on: day(end) })}</dt>
          <dd>{amount(thisMonth.knownToLock)}</dd>
        </div>
      )}
      {isSome(thisMonth.newActions) ? (
        <div>
          <dt>{t("fees.new")}</dt>
          <dd>{amount(thisMonth.newActions)}</dd>
        </div>
      ) : null}
      <div className="money-line">
        <dt>{t(plan.edition === "starter" ? "fees.base" : "fees.baseCommissions")}</dt>
        <dd>{amount(thisMonth.likelyBase)}</dd>
      </div>
      {thisMonth.share === null ? null : (
        <div>
          <dt>{t(plan.edition === "starter" ? "fees.share" : "fees.shareAgency")}</dt>
          <dd>{amount(thisMonth.share)}</dd>
        </div>
      )}
      <div className={isMinimum ? "money-applies" : undefined}>
        <dt>{t(isMinimum ? "fees.minimumApplies" : "fees.minimum")}</dt>
        <dd>
          {plan.minimumFeeFrom === "estimate"
            ? bounded({ amount: plan.minimumFee, bound: "about" }, currency, words)
            : money(plan.minimumFee, currency)}
        </dd>
      </div>
    </dl>
  );
}
