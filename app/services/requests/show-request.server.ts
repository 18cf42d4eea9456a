import {
  accountOnPath,
  afterClosing,
  closureReport,
  evidenceLevel,
  isBilledOn,
  isUnderWay,
  type RequestClock,
  type RequestState,
  refundDay,
  requestClock,
} from "#app/domain/index.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import type { ChannelKind, ClosingRequestEvent, ClosingRequestRow, TicketRow } from "#app/ports/index.ts";
import { currentRequest, isAboutAccount } from "#app/services/account/current-request.server.ts";
import { requestSteps } from "#app/services/account/request-steps.ts";
import { closingFigures } from "#app/services/closing/closing-figures.ts";
import { closingOf, ticketPath } from "#app/services/closing/closing-path.ts";
import { type AccountView, loadAccount } from "../account/load-account.server.ts";
import { standingOf } from "../account/standing-of.ts";
import type { Deps } from "../deps.ts";
import { ticketParts } from "../drafts/ticket-parts.ts";
import { type Who, whoIn } from "../history/who.server.ts";
import { askedAt } from "./asked-at.ts";
import { chargesSince } from "./charges-since.ts";
import { lastFeeOf } from "./last-fee-of.ts";
import { readyTexts } from "./ready-texts.server.ts";
import { statedMoves } from "./save-move.server.ts";
import { type CheckView, deskView, probeView } from "./show-checks.server.ts";

/** A state as the page words it: "ready" says how far the sending is; of a ticket put away nobody is said to have it. */
export type RequestStatus =
  | Exclude<RequestState, "ready">
  | "sending"
  | "retrying"
  | "unsure"
  | "undelivered"
  | "by-hand"
  | "put-away"
  /** Closed by the merchant's word alone, for example after a call. */
  | "closed-told";

/** The reference of the request that says where the account stands; null where none does. */
export const openReference = async (
  { shop }: { shop: string },
  { db }: Pick<Deps, "db">,
): Promise<string | null> => (await currentRequest(shop, db))?.reference ?? null;

/** One closing request as its page shows it, with the dates to expect; null when the shop has no such request. */
export async function showRequest(
  input: { shop: string; reference: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const request = await deps.db.closingRequests.findByReference(input.shop, input.reference);
  const view = request && (await loadAccount({ shop: input.shop }, deps));
  if (!request || !view) return null;
  const events = await deps.db.closingRequests.events(input.shop, request.id);
  const ticket = await deps.db.tickets.findByRequest(input.shop, request.id);
  const { assembled, today: on } = view;
  const isAbout = await isAboutAccount(request, deps.db);
  // Of another account than the request's own the store's figures say nothing (D21).
  // The request's own way decides what is promised, whatever the key facts say of the edition.
  const closure =
    isAbout && assembled.outcome === "ready"
      ? closureReport(accountOnPath(assembled.account, ticketPath(request.route)), { on })
      : null;
  const isBilled = isBilledOn(request.route);
  const open = isAbout && isUnderWay(request.state) ? openThings(view) : null;
  const steps = requestSteps(events, view.timeZone);
  const clock: RequestClock = requestClock(request.state, steps, view.today, request.route);
  const after = afterClosing(request.state, steps, view.today);
  const who = await whoIn(input.shop, deps.db);
  const ticketNumber =
    events.findLast(({ evidence }) => evidence.ticketNumber)?.evidence.ticketNumber ?? null;
  const desk = await deskView(request, ticket, deps);
  return {
    reference: request.reference,
    state: request.state,
    status: isStatedClosed(request, events) ? "closed-told" : statusOf(request, ticket, desk),
    ticketNumber,
    /** What the help desk said last; null when it cannot be asked. */
    desk,
    /** Whether impact.com still takes the key after the closing; null when nobody asks. */
    probe: await probeView(request, deps),
    subject: ticket?.content.subject ?? `${request.subject} [${request.reference}]`,
    body: request.body,
    /** As it left, with the line above the merchant's text; the same as `body` where they take it there themselves. */
    sentParts: ticketParts(ticket?.content.body ?? request.body),
    recipient: deps.settings.supportAddress,
    /** Where impact.com's answer goes; null where the merchant sends the text themselves. */
    answerTo: ticket?.content.requester.email ?? null,
    timeZone: view.timeZone,
    events: events.map((event) => ({
      ...toRow(event, who(event.actor), view.timeZone),
      // Where there is no ticket of ours, the merchant takes the text to impact.com.
      isByHand: ticket === null,
    })),
    today: view.today.toString(),
    store: view.shop.name,
    account: isAbout && view.connection ? `…${view.connection.accountSid.slice(-4)}` : null,
    /** What the request still waits for in impact.com; nothing where it is over, or about another account. */
    tasks: open ? open.tasks : [],
    counts: open ? open.counts : null,
    expected: open ? open.expected : null,
    /** Of a closed account: the fee of its last month, which is no charge after the closing. */
    lastFee: isAbout && isBilled && after ? lastFeeOf(view, after.closedOn) : null,
    clock,
    moves: statedMoves(request.state, isBilled).filter(
      (move) => move !== "told-charge-settled" || clock.chargedAgain,
    ),
    texts: readyTexts({
      request,
      events,
      clock,
      ticketNumber,
      timeZone: view.timeZone,
      charges:
        isAbout && isBilled
          ? { ...chargesSince(view, askedAt(request, events)), locale: nearestLocale(view.shop.locale) }
          : undefined,
    }),
    sentAt: events.find(({ trigger }) => trigger === "channel-accepted")?.at.toString() ?? null,
    earliestClosing: closure?.earliestClosing.date ?? null,
    refundBy: isBilled ? (clock.refundBy ?? (closure && refundDay(closure))) : null,
    isBilled,
  };
}

export type RequestView = NonNullable<Awaited<ReturnType<typeof showRequest>>>;

/** What is left in impact.com, and what comes while the account stays open. */
function openThings(view: AccountView) {
  const { tasks, closingPath, explained } = closingOf(view);
  const { counts, outlook } = closingFigures(view, { route: closingPath.route, explained });
  const at = outlook?.scenarios[0]?.atEarliest ?? null;
  const fee = standingOf(view)?.fee.next ?? null;
  return {
    tasks,
    counts,
    expected: {
      currency: view.currency,
      closing: at && { from: at.from, to: at.to, fees: at.fees },
      fee,
    },
  };
}

/** Help desks as their makers write them; a mail says by its address where it went. */
const DESK_NAMES: Record<Exclude<ChannelKind, "smtp">, string> = {
  freshdesk: "Freshdesk",
  zendesk: "Zendesk",
};
const deskNames = new Map(Object.entries(DESK_NAMES));

/** One row of the timeline: what, when, by whom, how sure, and the evidence in words. */
function toRow({ trigger, at, evidence, actor }: ClosingRequestEvent, { by, name }: Who, timeZone: string) {
  return {
    trigger,
    on: at.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    at: at.toString(),
    by: actor === "settled" ? ("settled" as const) : by === "link" ? by : ("merchant" as const),
    /** Of a member of staff, where Shopify gave it. */
    name,
    level: evidenceLevel(trigger, evidence),
    to: evidence.to ?? deskNames.get(evidence.channel ?? "") ?? evidence.channel ?? "",
    ticketNumber: evidence.ticketNumber ?? null,
    said: evidence.said ?? null,
    words: evidence.proof ?? evidence.statement ?? null,
  };
}

/** Nothing that impact.com wrote stands beside the closing. */
const isStatedClosed = ({ state }: ClosingRequestRow, events: readonly ClosingRequestEvent[]): boolean => {
  const closing = events.findLast(({ trigger }) => trigger === "told-closed");
  return state === "closed" && closing !== undefined && (closing.evidence.proof ?? "").trim() === "";
};

function statusOf(
  { state }: ClosingRequestRow,
  ticket: TicketRow | null,
  desk: CheckView | null,
): RequestStatus {
  if (state === "acknowledged" && desk && desk.putAway !== null) return "put-away";
  if (state !== "ready") return state;
  if (!ticket) return "by-hand";
  if (ticket.state === "unknown") return "unsure";
  if (ticket.state === "refused") return "undelivered";
  return ticket.lastError === null ? "sending" : "retrying";
}
