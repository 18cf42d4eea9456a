import type { Temporal } from "temporal-polyfill";
import { ANSWER_DAYS, answerDay, isClosed, isUnderWay, phaseOf } from "#app/domain/index.ts";
import { stillAnswers } from "#app/services/account/still-answers.ts";
import { sendByView } from "#app/services/closing/closing-figures.ts";
import { namedAccounts, showClosing } from "#app/services/closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";
import { LINK_ACTOR } from "../link-actor.ts";
import { showProgress } from "../watch/show-progress.server.ts";
import { hasKeyFacts } from "./show-key-facts.server.ts";

/** Closed as impact.com shows it, by its words in the request's history, or by the merchant's word alone; else null. */
function closedBy(
  state: "open" | "closed" | "unknown",
  noted: { isProved: boolean } | null,
): "checked" | "noted" | "told" | null {
  if (state === "closed") return "checked";
  if (noted === null) return null;
  return noted.isProved ? "noted" : "told";
}

/** What the stand-alone page says: the last that was known, with its age. Nothing is asked of impact.com any more. */
export async function showExit(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const closing = await showClosing(input, deps);
  if (!closing) return null;
  const { view, closure, tasks, closingPath, standing, overdue, request, noted, clock, figures } = closing;
  const { counts, outlook } = figures();
  const dayOf = (at: Temporal.Instant | null) =>
    at?.toZonedDateTimeISO(view.timeZone).toPlainDate().toString() ?? null;
  const { reopened, note } = await showProgress({ ...input, actor: LINK_ACTOR }, deps);
  return {
    shopName: view.shop.name,
    account: view.connection && `…${view.connection.accountSid.slice(-4)}`,
    closed: closedBy(view.state, noted),
    isAgency: view.kind === "agency",
    currency: view.currency,
    timeZone: view.timeZone,
    watched: view.connection?.live === true,
    /** Settled looks on, but impact.com did not accept the token at the last try. */
    refused: view.connection?.live === true && !stillAnswers(view),
    checkedAt: view.checkedAt?.toString() ?? null,
    /** The day the calendar file carries. */
    earliest: closure?.earliestClosing.date ?? null,
    today: view.today.toString(),
    uninstalledOn: dayOf(view.shop.uninstalledAt),
    /** How the store itself stopped, where the app is still installed in it. */
    stopped: view.shop.uninstalledAt ? null : view.shop.storeStop,
    checkedOn: dayOf(view.checkedAt),
    counts,
    outlook,
    sendBy: request && isUnderWay(request.state) ? null : sendByView(outlook, ANSWER_DAYS, view.today),
    reopened,
    note,
    keyFacts: hasKeyFacts(view),
    signedUpOn: view.facts.signedUpOn ?? null,
    namesAccounts: namedAccounts(closing) !== "none",
    /** Null where no fees are worked out. */
    standing,
    overdue,
    tasks,
    closingPath,
    stated: { account: view.facts.closingAccount ?? null, button: view.facts.cancelButton ?? null },
    request: request && {
      reference: request.reference,
      phase: phaseOf(request.state),
      nextOn: clock && answerDay(clock),
      waits: isUnderWay(request.state) && !isClosed(request.state),
      isPutAway: closing.putAway,
    },
    /** Nothing more is to be sent. */
    isUnderWay: request !== null && isUnderWay(request.state),
  };
}
