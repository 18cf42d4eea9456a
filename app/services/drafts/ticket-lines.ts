import type { TaskKey } from "#app/domain/index.ts";
import { type ClosureReport, type LastLock, lastLockingDate, numberLeft } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { Program } from "#app/ports/index.ts";
import type { closingOf } from "#app/services/closing/closing-path.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import type { AccountView } from "../account/load-account.server.ts";

/** What the merchant wants besides the closing itself; an ISO date, or null for "as soon as possible". */
export type TicketChoices = { wantedOn: string | null; claimRefund: boolean };

/** Without `choices`: as soon as possible, and with the refund the rule gives. */
export type TicketInput = ReturnType<typeof closingOf> & {
  view: AccountView;
  choices?: TicketChoices | undefined;
};

/** Every account the ticket is to close: the connected one first, then those the merchant named (S2: any number). */
export function accountsOf({ view, closingPath }: Pick<TicketInput, "view" | "closingPath">): string[] {
  const named = view.facts.closingAccounts ?? [];
  if (closingPath.route === "partner-ticket")
    return [...new Set([...(view.connection ? [view.connection.accountSid] : []), ...named])];
  return view.connection ? [view.connection.accountSid] : named.slice(0, 1);
}

/** What support needs to find the accounts (G18); never a token. */
export function accountLines({ view, closingPath }: TicketInput, locale: Locale): string[] {
  const { t, date, list } = translatorFor(locale);
  const { connection, facts, shop } = view;
  const programs = view.snapshots.find(({ resource }) => resource === "Campaigns")?.body as
    | Program[]
    | undefined;
  const lines = accountsOf({ view, closingPath }).map((sid) =>
    connection?.companyName && sid === connection.accountSid
      ? t("ticket.account", { company: connection.companyName, sid })
      : t("ticket.accountSid", { sid }),
  );
  const isPartner = closingPath.route === "partner-ticket";
  if (programs?.length && !isPartner)
    lines.push(t("ticket.programs", { programs: list(programs.map(({ id, name }) => `${name} (${id})`)) }));
  lines.push(t("ticket.store", { store: shop.shop }));
  if (isPartner) return lines;
  if (closingPath.route === "brand-ticket" && (facts.edition ?? "starter") === "starter") {
    if (facts.closingAccount === "other-brand") lines.push(t("ticket.editionTold"));
  } else if (facts.signedUpOn)
    lines.push(
      t("ticket.edition", {
        edition: t(`facts.edition.${facts.edition ?? "starter"}`),
        on: date(facts.signedUpOn),
      }),
    );
  return lines;
}

/** The dates the request rests on, as the core worked them out, and the day that is wanted. */
export function dateLines({ view, closure, closingPath, choices }: TicketInput, locale: Locale): string[] {
  const { t, date } = translatorFor(locale);
  const wanted = wantedLine(choices?.wantedOn ?? null, locale) ?? t("ticket.wantedEarliest");
  if (!closure) return [wanted];
  const earliest = closure.earliestClosing.date;
  return [
    wanted,
    ...(closingPath.route === "partner-ticket" ? [] : [lockLine(view, locale)]),
    ...(earliest ? [t("ticket.earliest", { on: date(earliest) })] : []),
  ];
}

/** The wish for a day, as it stands in the text; null without one. */
export function wantedLine(wantedOn: string | null, locale: Locale): string | null {
  const { t, date } = translatorFor(locale);
  return wantedOn === null ? null : t("ticket.wantedOn", { on: date(wantedOn) });
}

/** A text the merchant wrote may lack the day they chose afterwards. */
export function withDay(body: string, wantedOn: string | null): string {
  const line = wantedLine(wantedOn, "en");
  return line === null || body.includes(line) ? body : `${body}\n\n${line}`;
}

function lockLine({ assembled, today }: AccountView, locale: Locale): string {
  const { t, date } = translatorFor(locale);
  const last: LastLock =
    assembled.outcome === "ready" ? lastLockingDate(assembled.account, today) : { outcome: "unknown" };
  if (last.outcome === "none") return t("ticket.noPending");
  return last.outcome === "on" ? t("ticket.lastLock", { on: date(last.date) }) : t("ticket.pendingUnknown");
}

/** What is asked for the money that is left: the rule of S0, of S1, or the partner's choice of S2. */
export function moneyLines(input: TicketInput, locale: Locale): string[] {
  const { t } = translatorFor(locale);
  const { closingPath, closure, tasks, choices } = input;
  if (closingPath.route === "partner-ticket") return balanceLines(input, locale);
  if (choices?.claimRefund === false) return [];
  if (closingPath.route === "brand-ticket") {
    const form = tasks.find(({ key }) => key === "refund-form");
    return [t("ticket.refund.brand"), t(`ticket.refundForm.${form?.status === "done" ? "done" : "later"}`)];
  }
  return closure ? starterRefund(closure, locale) : [];
}

function starterRefund(closure: ClosureReport, locale: Locale): string[] {
  const { t } = translatorFor(locale);
  const { scenario, row } = closure.refund;
  // Day 30 is covered by no text (G21): the balance is asked for, and the full refund asked about.
  const wish = row === 5 ? t("ticket.refund.day30") : t(`ticket.refund.${scenario}`);
  return [wish, t("ticket.refundRule"), t("ticket.card")];
}

function balanceLines({ balance, view }: TicketInput, locale: Locale): string[] {
  const { t, money } = translatorFor(locale);
  if (!balance) return [t("ticket.balance.unknown")];
  if (balance.band === "empty") return [t("ticket.balance.empty")];
  const amount = balance.amount
    ? [t("ticket.balance.left", { amount: money(balance.amount, view.currency) })]
    : [];
  if (balance.band === "pays-out" && balance.payoutChoice === null)
    return [...amount, t("ticket.balance.pays-out")];
  return [...amount, t(`ticket.balance.${balance.payoutChoice ?? "ask"}`)];
}

type ListedTask = ClosingTask & { key: Exclude<TaskKey, "refund-form"> };

/** One line for what is open; actions to lock and actions to pay are two things. */
function openLine({ key, open, actions }: ListedTask, locale: Locale): string[] {
  const { t } = translatorFor(locale);
  const { toLock, toPay } = actions;
  if (key !== "pay-actions" || toLock + toPay === 0)
    return [`- ${t(`ticket.open.${key}`, { count: numberLeft(open) })}`];
  return [
    ...(toLock > 0 ? [`- ${t("ticket.open.toLock", { count: toLock })}`] : []),
    ...(toPay > 0 ? [`- ${t("ticket.open.toPay", { count: toPay })}`] : []),
  ];
}

/** What impact.com still shows as open and the balance has paid (D1): it says both. */
function fundedLines({ key, funded, doubtful }: ListedTask, locale: Locale): string[] {
  const { t, date } = translatorFor(locale);
  return [doubtful, funded].flatMap((paid) => {
    if (!paid) return [];
    const values = { count: numberLeft(paid.things), on: date(paid.lastOn) };
    if (paid.dueOn) return [t("ticket.funded.invoices", { ...values, due: date(paid.dueOn) })];
    return key === "pay-actions" ? [t("ticket.funded.actions", values)] : [];
  });
}

/** Of which day the lists are, where impact.com was not asked today; null where all that is said was checked today. */
export function asOfLine({ view }: TicketInput, locale: Locale): string | null {
  const read = view.checkedAt?.toZonedDateTimeISO(view.timeZone).toPlainDate();
  if (!read || read.until(view.today).days < 1) return null;
  const { t, date } = translatorFor(locale);
  return t("ticket.asOf", { on: date(read.toString()) });
}

/** What is still to do, said openly; nothing of it keeps the ticket back. */
export function openLines(tasks: ClosingTask[], locale: Locale): string[] {
  const { t, date, list } = translatorFor(locale);
  // A form or a balance that is asked for above is no open item of its own.
  const listed = tasks.filter((task): task is ListedTask => task.key !== "refund-form");
  const open = listed.filter(({ status }) => status === "open");
  // That nobody stated the balance stands above already.
  const unchecked = listed.filter(({ status, key }) => status === "unknown" && key !== "partner-balance");
  return [
    ...(open.length > 0 ? [t("ticket.openItems")] : unchecked.length === 0 ? [t("ticket.noOpenItems")] : []),
    ...open.flatMap((task) => openLine(task, locale)),
    ...listed.flatMap((task) => fundedLines(task, locale)),
    ...listed.flatMap(({ ending }) =>
      ending ? [t("ticket.ending", { count: numberLeft(ending.contracts), on: date(ending.lastOn) })] : [],
    ),
    ...(unchecked.length > 0
      ? [t("ticket.unchecked", { items: list(unchecked.map(({ key }) => t(`ticket.unchecked.${key}`))) })]
      : []),
  ];
}
