import { type ClosureReport, type LastLock, lastLockingDate } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { Program } from "#app/ports/index.ts";
import type { AccountView } from "../account/load-account.server.ts";
import type { ClosingTask, TaskKey } from "./closing-tasks.ts";

/** What the merchant wants besides the closing itself; an ISO date, or null for "as soon as possible". */
export type TicketChoices = { wantedOn: string | null; claimRefund: boolean };
export type TicketDraft = { subject: string; body: string };
type Input = {
  view: AccountView;
  closure: ClosureReport | null;
  tasks: ClosingTask[];
  reason: string | null;
  locale: Locale;
  choices?: TicketChoices | undefined;
};

/** impact.com reads English; the merchant reads what they send in their own language below it. */
export function composeTicket(input: Input): TicketDraft {
  const english = translatorFor("en");
  const sid = input.view.connection?.accountSid;
  const subject = sid ? english.t("ticket.subject", { account: sid }) : english.t("ticket.subjectNoAccount");
  const body = ticketBody(input, "en");
  if (input.locale === "en") return { subject, body };
  const { t } = translatorFor(input.locale);
  return {
    subject,
    body: `${body}\n\n---\n${t("ticket.translation")}\n\n${ticketBody(input, input.locale)}`,
  };
}

function ticketBody(input: Input, locale: Locale): string {
  const { view, closure, tasks, reason, choices } = input;
  const { t } = translatorFor(locale);
  const paragraphs = [
    t("ticket.greeting"),
    t("ticket.wish"),
    wantedLine(choices?.wantedOn ?? null, locale),
    accountLines(view, locale).join("\n"),
    closure ? closingLines(input, closure, locale).join("\n") : null,
    closure && choices?.claimRefund !== false ? `${t("ticket.refundRule")} ${t("ticket.card")}` : null,
    openLines(tasks, locale).join("\n"),
    reason ? t("ticket.reason", { reason }) : null,
    t("ticket.confirm"),
    t("ticket.thanks", { shop: view.shop.name }),
  ];
  return paragraphs.filter((each) => each !== null && each !== "").join("\n\n");
}

/** The dates and the refund the request rests on (G18), as the core worked them out. */
function closingLines({ view, choices }: Input, closure: ClosureReport, locale: Locale): string[] {
  const { reading, today } = view;
  const { t, date } = translatorFor(locale);
  const last: LastLock =
    reading.outcome === "ready" ? lastLockingDate(reading.account, today) : { outcome: "unknown" };
  const earliest = closure.earliestClosing.date;
  return [
    lockLine(last, locale),
    ...(earliest ? [t("ticket.earliest", { on: date(earliest) })] : []),
    ...(choices?.claimRefund === false ? [] : [t(`ticket.refund.${closure.refund.scenario}`)]),
  ];
}

/** The wish for a day, as it stands in the text; null without one. */
export function wantedLine(wantedOn: string | null, locale: Locale): string | null {
  const { t, date } = translatorFor(locale);
  return wantedOn === null ? null : t("draft.ticket.wantedOn", { on: date(wantedOn) });
}

function lockLine(last: LastLock, locale: Locale): string {
  const { t, date } = translatorFor(locale);
  if (last.outcome === "none") return t("ticket.noPending");
  return last.outcome === "on" ? t("ticket.lastLock", { on: date(last.date) }) : t("ticket.pendingUnknown");
}

function accountLines(view: AccountView, locale: Locale): string[] {
  const { t, date, list } = translatorFor(locale);
  const { connection, facts } = view;
  const programs = view.snapshots.find(({ resource }) => resource === "Campaigns")?.body as
    | Program[]
    | undefined;
  return [
    connection?.companyName
      ? t("ticket.account", { company: connection.companyName, sid: connection.accountSid })
      : connection && t("ticket.accountSid", { sid: connection.accountSid }),
    programs?.length
      ? t("ticket.programs", { programs: list(programs.map(({ id, name }) => `${name} (${id})`)) })
      : null,
    t("ticket.store", { store: view.shop.shop }),
    facts.signedUpOn
      ? t("ticket.edition", {
          edition: t(`facts.edition.${facts.edition ?? "starter"}`),
          on: date(facts.signedUpOn),
        })
      : null,
  ].filter((line) => line !== null && line !== undefined);
}

function openLines(tasks: ClosingTask[], locale: Locale): string[] {
  const { t, list } = translatorFor(locale);
  const listed = tasks.filter(
    (task): task is ClosingTask & { key: Exclude<TaskKey, "refund-form"> } => task.key !== "refund-form",
  );
  const open = listed.filter(({ status }) => status === "open");
  const unchecked = listed.filter(({ status }) => status === "unknown");
  return [
    ...(open.length > 0 ? [t("ticket.openItems")] : unchecked.length === 0 ? [t("ticket.noOpenItems")] : []),
    ...open.map(({ key, open: left }) => `- ${t(`ticket.open.${key}`, { count: left.length })}`),
    ...(unchecked.length > 0
      ? [t("ticket.unchecked", { items: list(unchecked.map(({ key }) => t(`close.task.${key}`))) })]
      : []),
  ];
}
