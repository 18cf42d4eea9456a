import { Temporal } from "temporal-polyfill";
import {
  type Account,
  accountOnPath,
  type ClosingPath,
  type ClosureReport,
  closureReport,
  type FoundPath,
  feesKnown,
  findClosingPath,
  leftToSettle,
  type PathFacts,
  partnerFunds,
  TASK_KEYS,
  type TaskKey,
  type TaskWord,
} from "#app/domain/index.ts";
import type { AccountView } from "../account/load-account.server.ts";
import { closingTasks } from "./closing-tasks.ts";
import { partnerBalance } from "./partner-balance.ts";

/**
 * The way out of one account: which of the four, its report and its tasks. Works without any fact. A refund that holds
 * only for an early closing depends on the day that is wanted, an ISO date.
 */
export function closingOf(view: AccountView, wantedOn: string | null = null) {
  const { assembled, today: on } = view;
  const account = assembled.outcome === "ready" ? assembled.account : null;
  const closesOn = wantedOn === null ? undefined : Temporal.PlainDate.from(wantedOn);
  const asRead = account && closureReport(account, { on, closesOn });
  // Without a sign-up date there is no report; what is left to settle is known all the same.
  const read = assembled.outcome === "facts-missing" ? assembled.read : null;
  const closingPath = findClosingPath(routeFacts(view, account ?? read, asRead));
  const leaving = account && accountOnPath(account, closingPath.route);
  const closure = leaving === account ? asRead : leaving && closureReport(leaving, { on, closesOn });
  const balance = partnerBalance(view);
  const isOther = closingPath.route === "partner-ticket" && account?.kind !== "partner";
  const tasks = closingTasks(closure, isOther ? [] : view.snapshots, {
    route: closingPath.route,
    stated: { ...statedTasks(view), ...(balance ? { "partner-balance": balance.stated } : {}) },
    found: [
      ...(account?.kind === "partner" ? partnerFunds(account, on) : []),
      ...(read ? leftToSettle(accountOnPath(read, closingPath.route), on) : []),
    ],
    readable: view.connection?.live === true,
  });
  return {
    closure,
    tasks,
    closingPath: { ...closingPath, kind: knownKind(view, account ?? read) },
    balance,
    /** Fees and explanations are those of the account as it was read; on another way they would be another's. */
    explained: account !== null && feesKnown(account, closingPath.route),
  };
}

export type FoundClosingPath = FoundPath & { kind: Account["kind"] | null };

/** Only a connection says what kind an account is; without one the file's kind is a default. */
const knownKind = (view: AccountView, account: Account | null) =>
  view.connection && account ? account.kind : null;

function routeFacts(view: AccountView, account: Account | null, closure: ClosureReport | null): PathFacts {
  const { facts } = view;
  return {
    kind: knownKind(view, account),
    edition: facts.edition ?? null,
    trial: closure?.trial ?? { status: "unknown", unmet: [] },
    stated: { account: facts.closingAccount ?? null, button: facts.cancelButton ?? null },
  };
}

function statedTasks({ facts, statedAt }: AccountView): Partial<Record<TaskKey, TaskWord>> {
  const stated: Partial<Record<TaskKey, TaskWord>> = {};
  for (const key of TASK_KEYS) {
    const status = facts[`told.${key}`];
    if (status) stated[key] = { status, at: statedAt[`told.${key}`]?.toString() ?? null };
  }
  return stated;
}

export type TicketPath = Exclude<ClosingPath, "trial-cancel">;

/** What a request goes down as; a trial that is closed by ticket is a Starter account's. */
export const ticketPath = (route: string): TicketPath =>
  route === "brand-ticket" || route === "partner-ticket" ? route : "starter-ticket";
