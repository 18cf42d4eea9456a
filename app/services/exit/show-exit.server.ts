import {
  earlierFirstFee,
  isFeeOnly,
  isLeast,
  isUnderWay,
  previewReport,
  standingOf,
} from "#app/domain/index.ts";
import { namedAccounts, showClosing } from "#app/services/closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";
import { LINK_ACTOR } from "../link-actor.ts";
import { showProgress } from "../watch/show-progress.server.ts";
import { hasKeyFacts } from "./show-key-facts.server.ts";

/** What the stand-alone page says: the last that was known, with its age. Nothing is asked of impact.com any more. */
export async function showExit(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const closing = await showClosing(input, deps);
  if (!closing) return null;
  const { view, closure, tasks, way, explained, request, noted } = closing;
  const { reopened, note } = await showProgress({ ...input, actor: LINK_ACTOR }, deps);
  const preview =
    view.reading.outcome === "ready" && explained
      ? previewReport(view.reading.account, { on: view.today, months: 1 })
      : null;
  const next = preview?.nextCardCharge ?? null;
  return {
    shopName: view.shop.name,
    account: view.connection && `…${view.connection.accountSid.slice(-4)}`,
    /** Closed by impact.com's own word, or by what was noted in the request's history. */
    closed: view.state === "closed" ? ("checked" as const) : noted ? ("noted" as const) : null,
    currency: view.currency,
    timeZone: view.timeZone,
    watched: view.connection?.live === true,
    checkedAt: view.checkedAt?.toString() ?? null,
    /** The day the calendar file carries. */
    earliest: closure?.earliestClosing.date ?? null,
    reopened,
    note,
    keyFacts: hasKeyFacts(view),
    signedUpOn: view.facts.signedUpOn ?? null,
    namesAccounts: namedAccounts(closing) !== "none",
    /** Null where no fees are worked out. Without the actions a charge is reckoned from the minimum: it can only be more. */
    charge: preview && {
      next: next && {
        amount: next.amount,
        date: next.date,
        what: isFeeOnly(next) ? ("fee" as const) : ("charge" as const),
      },
      actions: isLeast(preview) ? ("unread" as const) : ("read" as const),
      earlier: earlierFirstFee(preview),
    },
    tasks,
    way,
    told: { account: view.facts.closingAccount ?? null, button: view.facts.cancelButton ?? null },
    request: request && { reference: request.reference, standing: standingOf(request.state) },
    /** Nothing more is to be sent. */
    isUnderWay: request !== null && isUnderWay(request.state),
  };
}
