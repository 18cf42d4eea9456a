import { BlockStack, Button, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { ClosingCost, closingCosts } from "#app/components/task/closing-cost.tsx";
import type { ClosureReport, PreviewReport, StatementDayJson } from "#app/domain/index.ts";
import { Figure } from "./figure.tsx";

export function ThisMonthCard({ preview }: { preview: PreviewReport }) {
  const { t, money, month, date, note } = useTranslator();
  const { thisMonth, plan, currency, firstFee } = preview;
  const name = month(thisMonth.month);
  if (thisMonth.chargedOn === null)
    return (
      <Figure
        label={t("home.thisMonth", { month: name })}
        value={t("fees.noFee")}
        provenance={{ kind: "estimate", assumptions: preview.assumptions }}
        figure="preview.firstFee.expected"
        detail={t("home.noFeeYet", { month: name, firstFee: date(firstFee.expected) })}
      />
    );
  const { likely, low, high } = thisMonth.fee;
  // A fee that may or may not come (G4) is no "about 0".
  const maybe = thisMonth.method.id === "core.preview.method.maybe" && high !== null;
  return (
    <BlockStack gap="200">
      <Figure
        label={t("home.thisMonth", { month: name })}
        value={
          maybe
            ? t("common.range", { low: money(low, currency), high: money(high, currency) })
            : likely === null
              ? t("common.atLeast", { amount: money(low, currency) })
              : t("common.about", { amount: money(likely, currency) })
        }
        provenance={{ kind: "estimate", assumptions: preview.assumptions }}
        figure="preview.thisMonth.fee.low"
        detail={note(thisMonth.method)}
      />
      {thisMonth.lockedRevenue === null ? null : (
        <Text as="p">
          {plan.edition === "starter"
            ? t("home.thisMonthSoFar", {
                revenue: money(thisMonth.lockedRevenue, currency),
                minimum: money(plan.minimumFee, currency),
              })
            : t("home.thisMonthSoFarPlan", { revenue: money(thisMonth.lockedRevenue, currency) })}
        </Text>
      )}
      {thisMonth.settledOn && !maybe ? (
        <Text as="p" tone="subdued">
          {t("home.chargedOn", {
            chargedOn: date(thisMonth.chargedOn),
            settledOn: date(thisMonth.settledOn),
          })}
        </Text>
      ) : null}
    </BlockStack>
  );
}

type FundingProps = {
  today: StatementDayJson | null;
  balance: { amount: string; asOf: string } | null;
  currency: string;
  /** When the balance was told, and the zone to show that in. */
  told: { at: string; timeZone: string } | null;
  assumptions: string[];
};

export function FundingCard({ today, balance, currency, told, assumptions }: FundingProps) {
  const { t, money, date } = useTranslator();
  const known = today?.closing != null && balance !== null;
  // What was told is shown even where it cannot be rolled forward, because the actions are not known.
  const shown = (known ? today.closing : balance?.amount) ?? null;
  // The merchant told one balance; what it has become since is worked out.
  const rolled = known && (today.date !== balance.asOf || today.closing !== balance.amount);
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Figure
        label={t("home.funding")}
        value={
          shown === null
            ? t("common.unknown")
            : rolled
              ? t("common.about", { amount: money(shown, currency) })
              : money(shown, currency)
        }
        provenance={
          rolled ? { kind: "estimate", assumptions } : told ? { kind: "told", ...told } : { kind: "unknown" }
        }
        figure={known ? `statement.${today.date}.closing` : null}
        detail={
          rolled
            ? t("home.fundingFrom", { amount: money(balance.amount, currency), on: date(balance.asOf) })
            : balance === null
              ? t("home.fundingUnknown")
              : null
        }
      />
      <Button url={known ? "/app/ledger" : "/app/setup"}>
        {known ? t("home.ledgerLink") : t("nav.setup")}
      </Button>
    </BlockStack>
  );
}

export function ClosingCard({ closure }: { closure: ClosureReport }) {
  const { t, date, note } = useTranslator();
  const { earliestClosing, refund, checklist, currency } = closure;
  const costs = closingCosts(closure);
  const toSettle = checklist.filter(({ blocking, key }) => blocking && key !== "contact-support");
  const done = toSettle.filter(({ status }) => status === "done" || status === "funded");
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Figure
        label={t("home.close")}
        value={earliestClosing.date ? date(earliestClosing.date) : t("common.unknown")}
        provenance={{ kind: "estimate", assumptions: closure.assumptions }}
        figure="closure.earliestClosing.date"
        detail={
          earliestClosing.date
            ? t("home.closeFrom", { on: date(earliestClosing.date) })
            : t("home.closeUnknown")
        }
      />
      <Text as="p">{t("home.refund", { text: note(refund.text) })}</Text>
      {refund.warnings.map((each) => (
        <Text as="p" key={each.id}>
          {note(each)}
        </Text>
      ))}
      {costs ? <ClosingCost costs={costs} currency={currency} /> : null}
      {toSettle.some(({ status }) => status !== "unknown") ? (
        <Text as="p">{t("home.progress", { done: done.length, all: toSettle.length })}</Text>
      ) : null}
      <Button url="/app/close">{t("home.closeLink")}</Button>
    </BlockStack>
  );
}
