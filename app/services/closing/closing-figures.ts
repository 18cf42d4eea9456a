import {
  accountOnPath,
  type ClosingOutlook,
  type ClosingPath,
  closingOutlook,
  type LeftCounts,
  leftCounts,
  sendBy,
} from "#app/domain/index.ts";
import type { AccountView } from "../account/load-account.server.ts";

/** What a page of the way out draws: what is left, counted, and what each closing day costs where the fees are known. */
export type ClosingFigures = { counts: LeftCounts | null; outlook: ClosingOutlook | null };

export function closingFigures(
  { assembled, today: on }: AccountView,
  { route, explained }: { route: ClosingPath; explained: boolean },
): ClosingFigures {
  const ready = assembled.outcome === "ready" ? assembled.account : null;
  // Without a sign-up date there are no fees; what is left is known all the same.
  const known = ready ?? (assembled.outcome === "facts-missing" ? assembled.read : null);
  return {
    counts: known && leftCounts(accountOnPath(known, route), { on, statement: ready !== null }),
    outlook: ready && explained ? closingOutlook(ready, { on }) : null,
  };
}

/** By when to send, so that the request is answered within the cheapest stretch of days. */
export function sendByView(outlook: ClosingOutlook | null, answerDays: number, on: AccountView["today"]) {
  const cheapest = outlook?.scenarios[outlook.isBetter ? outlook.best : 0]?.cheapest;
  return cheapest ? { closeBy: cheapest.to, on: sendBy(cheapest.to, answerDays, on), answerDays } : null;
}
