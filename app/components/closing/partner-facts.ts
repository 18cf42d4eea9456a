import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import { contractsLeft } from "#app/domain/report/left-numbers.ts";
import type { PartnerPage } from "#app/http/account-kinds-view.server.ts";
import type { Translator } from "#app/messages/translator.ts";
import { type BrandVerdict, leadFact } from "./brand-facts.ts";
import { dayText } from "./cost-words.ts";
import type { Fact } from "./facts.tsx";

/** The date, which holds only once the partner's own contracts have ended (S2). */
export function partnerLead(verdict: BrandVerdict, translator: Translator): Fact {
  const { t } = translator;
  const contracts = verdict.counts?.contracts;
  // One that ends on a known day holds the closing up until then all the same (S2).
  const running = contracts ? contractsLeft(contracts) + (contracts.ending?.count ?? 0) : 0;
  const lead = leadFact(verdict, translator);
  return {
    ...lead,
    notes:
      running > 0
        ? [t("closing.partner.ifEnded", { count: running }), ...lead.notes.slice(0, 1)]
        : lead.notes,
    foot: { figure: "closure.earliestClosing.date" },
  };
}

/** What is still to come to the partner; no fee, no refund. */
export function partnerFacts(
  counts: LeftCounts | null,
  partner: PartnerPage | null,
  today: string,
  translator: Translator,
): Fact[] {
  const { t, money } = translator;
  const actions = counts?.actions;
  const invoices = counts?.invoices;
  const currency = counts?.currency ?? "USD";
  const unknown = { text: t("closing.notKnownYet") };
  const toCome = invoices?.toCome;
  const overdue = invoices?.overdue;
  const earnings = { link: t("closing.partner.earnings"), url: "/app/close/partner-upcoming" };
  return [
    {
      label: t("closing.partner.due"),
      value: actions ? { text: money(actions.unpaid.amount, currency) } : unknown,
      notes: actions
        ? [
            actions.unpaid.count === 0
              ? t("partner.awaitingDetail", { count: 0 })
              : t("closing.partner.dueNote", { count: actions.unpaid.count }),
            ...(toCome?.lastDue
              ? [t("closing.partner.dueBy", { on: dayText(toCome.lastDue, today, translator) })]
              : []),
          ]
        : [],
      foot: earnings,
    },
    {
      label: t("closing.partner.overdue"),
      value:
        !overdue || overdue.state === "unknown"
          ? unknown
          : overdue.state === "none"
            ? { text: t("common.none") }
            : { text: money(overdue.amount, currency) },
      notes:
        overdue?.state === "overdue"
          ? [
              t("closing.partner.overdueNote", {
                count: overdue.invoices,
                on: dayText(overdue.since, today, translator),
              }),
            ]
          : [],
      foot: { link: t("closing.partner.earnings"), url: "/app/close/partner-overdue" },
    },
    {
      label: t("closing.partner.balance"),
      value: partner?.balance ? { text: money(partner.balance.amount, currency) } : unknown,
      notes: partner?.belowPayout ? [t("partner.balanceSmall")] : [],
      foot: { link: t("closing.addBalance"), url: "/app/close/partner-balance" },
    },
  ];
}
