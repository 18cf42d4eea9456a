import { numberLeft } from "#app/domain/closing/leftovers.ts";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { dayText } from "./cost-words.ts";
import type { TaskShape } from "./state-shape.tsx";

type Badge = { text: string; tone?: "attention" | "success" | "info" };

/** So few things are named in the row itself; more are counted by their kind. */
const MOST_NAMED = 3;

export function taskShape({ status, ending, checkable }: ClosingTask): TaskShape {
  if (status === "open") return "left";
  if (status === "funded") return "done";
  if (status === "unknown") return checkable ? "not-checked" : "only-you";
  return ending ? "ending" : "done";
}

/** Nothing is left to do: what is done is recommended to nobody. */
export const isDone = ({ status }: Pick<ClosingTask, "status">): boolean =>
  status === "done" || status === "funded";

/** Contracts that end by themselves on a known day are nobody's task any more. */
export function endingBadge(
  { ending, evidence }: ClosingTask,
  today: string,
  words: Translator,
): Badge | null {
  if (!ending || evidence === "told") return null;
  const count = numberLeft(ending.contracts);
  return {
    text:
      ending.lastOn === today
        ? words.t("closing.status.endToday", { count })
        : words.t("closing.status.end", { count, on: dayText(ending.lastOn, today, words) }),
    tone: "info",
  };
}

/** The state in a word or two; what the merchant entered says so. */
export function taskBadges(task: ClosingTask, today: string, translator: Translator): Badge[] {
  const { t } = translator;
  const { status, open, funded, evidence, blocking, checkable } = task;
  if (status === "unknown")
    return [{ text: t(checkable ? "close.status.unknown" : "closing.status.onlyYou") }];
  const ending = endingBadge(task, today, translator);
  const badges: Badge[] = ending ? [ending] : [];
  if (status === "open") {
    const count = numberLeft(open);
    const text =
      evidence === "told"
        ? t("closing.status.openEntered")
        : count > 0
          ? t("close.status.open", { count })
          : t("close.status.openPlain");
    badges.push(blocking ? { text, tone: "attention" } : { text });
  }
  if (badges.length > 0) return badges;
  // Funded, not done: it is an estimate by the statement, and nobody's check (D1).
  if (status === "funded" && funded)
    return [{ text: t("close.status.funded", { on: translator.day(funded.lastOn) }), tone: "success" }];
  return [
    { text: t(evidence === "told" ? "closing.status.doneEntered" : "close.status.done"), tone: "success" },
  ];
}

/** What stands under a task's name: few things by name, many by their kind, with sums and dates. */
export function taskDetails(
  task: ClosingTask,
  counts: LeftCounts | null,
  today: string,
  translator: Translator,
): string[] {
  const { t, money, note } = translator;
  const on = (iso: string) => dayText(iso, today, translator);
  const currency = counts?.currency ?? "";
  switch (task.key) {
    case "expire-contracts":
    case "partner-contracts":
      return contractDetails(task, counts, translator);
    case "withdraw-switches": {
      const contracts = counts?.contracts;
      if (!contracts) return [];
      return contractParts({ ...contracts, active: 0 }, translator);
    }
    case "settle-invoices":
    case "partner-overdue": {
      const invoices = counts?.invoices;
      if (!invoices) return [];
      const { overdue, toCome } = invoices;
      const parts: string[] = [];
      if (overdue.state === "overdue")
        parts.push(
          t("closing.detail.overdue", {
            count: overdue.invoices,
            on: on(overdue.since),
            amount: money(overdue.amount, currency),
          }),
        );
      if (task.key === "settle-invoices" && task.doubtful)
        parts.push(t("closing.doubtful", { count: numberLeft(task.doubtful.things) }));
      if (task.key === "settle-invoices" && toCome.lastDue && task.status === "open")
        parts.push(
          t("closing.detail.toCome", {
            count: toCome.count,
            on: on(toCome.lastDue),
            amount: money(toCome.amount, currency),
          }),
        );
      if (task.key === "settle-invoices" && invoices.funded.count > 0)
        parts.push(
          t("closing.detail.fundedInvoices", {
            count: invoices.funded.count,
            amount: money(invoices.funded.amount, currency),
          }),
        );
      return parts.length > 0 || task.status !== "done" ? parts : [t("closing.detail.noInvoices")];
    }
    case "pay-actions":
    case "partner-upcoming":
    case "settle-pending-actions":
    case "wait-for-last-lock": {
      const actions = counts?.actions;
      if (!actions) return [];
      const { pending, unpaid } = actions;
      const parts: string[] = [];
      if (pending.count > 0)
        parts.push(
          pending.lastLock && pending.openEnded === 0
            ? t("closing.detail.toLock", { count: pending.count, on: on(pending.lastLock) })
            : t("closing.detail.openEnded", { count: pending.count, openEnded: pending.openEnded }),
        );
      const isPaidFor = task.key === "pay-actions" || task.key === "partner-upcoming";
      if (isPaidFor && unpaid.count > 0)
        parts.push(
          t("closing.detail.toPay", { count: unpaid.count, amount: money(unpaid.amount, currency) }),
        );
      if (parts.length === 0) parts.push(t("closing.detail.noActions"));
      // Beside what is left it would only be noise: the task's own page has it.
      if (isPaidFor && actions.funded.count > 0 && task.status === "funded")
        parts.push(
          t("closing.detail.fundedActions", {
            count: actions.funded.count,
            amount: money(actions.funded.amount, currency),
          }),
        );
      return parts;
    }
    case "delete-catalogs": {
      const catalogs = counts?.catalogs;
      if (!catalogs || catalogs.count === 0) return [];
      return catalogs.count > catalogs.first.length
        ? [t("closing.detail.catalogs", { count: catalogs.count })]
        : catalogs.first;
    }
    case "cover-required-funding":
      return task.open.first.map(note);
    case "refund-form":
      return [t("closing.detail.refundForm")];
    case "partner-balance":
      return [t("closing.detail.balance")];
  }
}

function contractDetails(task: ClosingTask, counts: LeftCounts | null, translator: Translator): string[] {
  const contracts = counts?.contracts;
  const things = [...task.open.first, ...(task.ending?.contracts.first ?? [])];
  const all = numberLeft(task.open) + (task.ending ? numberLeft(task.ending.contracts) : 0);
  if (all > 0 && all <= MOST_NAMED && things.length === all)
    return [...new Set(things.map(({ values }) => String(values?.partner ?? "")))]
      .filter(Boolean)
      .map((name) => withKind(name, task.key, translator));
  if (!contracts) return [];
  return contractParts(contracts, translator);
}

/** impact.com names the other side of a contract by its number alone: whose number it is must be said. */
function withKind(name: string, key: ClosingTask["key"], { t }: Translator): string {
  if (!/^\d+$/.test(name)) return name;
  return t(key === "partner-contracts" ? "partner.programById" : "closing.detail.partnerById", { id: name });
}

function contractParts(
  { active, upcoming, proposals }: { active: number; upcoming: number; proposals: number },
  { t }: Translator,
): string[] {
  return [
    ...(active > 0 ? [t("closing.detail.active", { count: active })] : []),
    ...(upcoming > 0 ? [t("closing.detail.upcoming", { count: upcoming })] : []),
    ...(proposals > 0 ? [t("closing.detail.proposals", { count: proposals })] : []),
  ];
}
