import type { RequestPhase } from "#app/domain/request/phase.ts";
import type { Translator } from "#app/messages/translator.ts";
import { type BrandVerdict, brandFacts } from "./brand-facts.ts";
import { dayText } from "./cost-words.ts";
import type { Fact } from "./facts.tsx";

export type SentRequest = {
  reference: string;
  phase: RequestPhase;
  /** Next day on which something is expected, and whether it has gone by. */
  nextOn: string | null;
  overdue: boolean;
  /** The desk put the ticket away: nobody is said to have the request. */
  isPutAway?: boolean;
};

/** After the sending the next date leads: there is nothing more to send. */
export function sentLead(
  { reference, phase, nextOn, overdue, isPutAway = false }: SentRequest,
  today: string,
  { t, dated }: Translator,
): Fact {
  const url = `/app/close/requests/${reference}`;
  if (isPutAway)
    return {
      label: t("closing.sent.now"),
      value: { text: t("request.badge.put-away") },
      notes: [t("receipt.state.put-away")],
      foot: { link: t("close.request.see"), url },
    };
  const waits = (phase === "sent" || phase === "acknowledged") && nextOn !== null;
  return {
    label: waits
      ? t(overdue ? "closing.sent.overdue" : "closing.sent.until", { phase })
      : t("closing.sent.now"),
    value: { text: waits ? dated(nextOn, today) : t(`closing.sent.${phase}`) },
    notes: [t(phase === "ready" ? "closing.sent.noteReady" : "closing.sent.note", { reference })],
    // The text to send is there once the day has gone by.
    foot: { link: t(waits && overdue ? "closing.sent.followUp" : "close.request.see"), url },
  };
}

/** The other facts of a sent request: what it waits for, and what comes on top if it waits longer. */
export function sentFacts(verdict: BrandVerdict, translator: Translator): Fact[] {
  const { t, money, note } = translator;
  const { earliest, today, outlook, because, explained } = verdict;
  const [refund] = brandFacts(verdict, translator).slice(-1);
  const asIs = outlook?.scenarios[0];
  const at = asIs?.atEarliest;
  const next = at && asIs?.stretches.find(({ from }) => from > at.to);
  return [
    {
      label: t("closing.sent.earliest"),
      value:
        earliest === null
          ? { text: t("closing.notKnownYet") }
          : earliest === today
            ? { text: t("closing.today") }
            : { mark: t("closing.aboutDay"), text: dayText(earliest, today, translator) },
      notes: because.slice(0, 1).map(note),
      foot: explained ? { figure: "closure.earliestClosing.date" } : null,
    },
    ...(at && next && outlook
      ? [
          {
            label: t("closing.sent.ifLater", { on: dayText(at.to, today, translator) }),
            value: { mark: t("closing.about"), text: money(next.fees, outlook.currency) },
            notes: [t("closing.sent.ifLaterNote", { amount: money(at.fees, outlook.currency) })],
            foot: { link: t("closing.why"), url: "/app/close/cost" },
          } satisfies Fact,
        ]
      : []),
    ...(refund ? [refund] : []),
  ];
}
