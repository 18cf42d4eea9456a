import { Temporal } from "temporal-polyfill";
import { businessDaysAfter, FOLLOW_UP_AFTER, type RequestState, requestClock } from "#app/domain/index.ts";
import type { ClosingRequestRow, Work } from "#app/ports/index.ts";
import { requestSteps } from "../account/request-steps.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { requestNow } from "./request-now.server.ts";

type Context = Pick<Deps, "clock" | "settings">;
type Request = Pick<ClosingRequestRow, "shop" | "id" | "route">;

/** A mail in the morning after the day the page names, so that the whole of that day is impact.com's. */
const MORNING = "09:00";

/**
 * Plans the look for the day on which it is time to write to impact.com again (D19, D23); none while nothing is waited for.
 * Of a request in the merchant's own hands it is time to send it.
 */
export async function planFollowUp(
  { shop, id, route }: Request,
  state: RequestState,
  work: Work,
  { clock }: Context,
): Promise<void> {
  const key = { shop, requestId: id, kind: "follow-up" as const };
  const timeZone = (await work.shops.find(shop))?.timeZone ?? "UTC";
  const steps = requestSteps(await work.closingRequests.events(shop, id), timeZone);
  const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const isUnsent = state === "ready" && (await work.tickets.findByRequest(shop, id)) === null;
  const { nextOn } = requestClock(state, steps, today, route);
  const unsentBy = isUnsent ? businessDaysAfter(today, FOLLOW_UP_AFTER[0]).toString() : null;
  const on = state === "closed" || state === "refund-received" ? null : (unsentBy ?? nextOn);
  if (on === null) return work.requestChecks.remove(shop, id, "follow-up");
  const morning = Temporal.PlainDate.from(on).add({ days: 1 });
  const nextAt = morning.toZonedDateTime({ timeZone, plainTime: MORNING }).toInstant();
  await work.requestChecks.plan({ ...key, nextAt });
}

/** Writes what is due, once for each day the page named: the text to send goes with it, or the way to send at last. */
export async function runFollowUp(
  input: { shop: string; requestId: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<string> {
  const found = await requestNow(input, deps);
  if (!found) return "gone";
  const { request, shop, clock } = found;
  const isUnsent =
    request.state === "ready" && (await deps.db.tickets.findByRequest(input.shop, request.id)) === null;
  const due = isUnsent ? "unsent" : clock.overdueSince;
  return deps.db.transact(async (work) => {
    await work.requestChecks.remove(input.shop, request.id, "follow-up");
    if (due === null) {
      // The account's day is not the store's, or the merchant has written meanwhile.
      if (clock.nextOn) await planFollowUp(request, request.state, work, deps);
      return "not due";
    }
    if (!shop.contactEmail || shop.mailStoppedAt) return "no mail";
    const mail = {
      shop: input.shop,
      purpose: "follow-up" as const,
      dedupeKey: `follow-up:${request.id}:${due}`,
      recipient: shop.contactEmail,
      locale: shop.locale,
      content: {},
      requestId: request.id,
    };
    return (await writeMail(mail, work, { now: deps.clock.now(), settings: deps.settings }))
      ? "written"
      : "written before";
  });
}
