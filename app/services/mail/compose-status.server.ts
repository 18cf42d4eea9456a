import { z } from "zod";
import { isBilledOn, MAILED_STEPS } from "#app/domain/index.ts";
import { type Locale, nearestLocale } from "#app/messages/locales.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import { readyTexts } from "../requests/ready-texts.server.ts";
import { type RequestNow, requestNow } from "../requests/request-now.server.ts";
import type { Composed } from "./composed.ts";
import { followUpText, unsentText } from "./follow-up-text.ts";
import { foreignText } from "./foreign-text.ts";
import { serviceMail } from "./service-mail.ts";
import { chargeQuestionText, type RequestLinks, refundLateText, statusText } from "./status-text.ts";

type ComposeDeps = Pick<Deps, "db" | "clock" | "settings">;
type Written = Parameters<typeof serviceMail>[1];

const statusContent = z.object({ step: z.enum([...MAILED_STEPS, "probe-answers"]), at: z.string() });
const closingContent = z.object({ closedOn: z.string() });

/** E4. What happened stays true, also when the request has moved on while the mail waited. */
export const composeStatusChange = (row: MailRow, deps: ComposeDeps): Promise<Composed> =>
  compose(row, deps, (found, locale, links) => {
    const { step, at } = statusContent.parse(row.content);
    const { refundBy, askChargeOn } =
      step === "told-closed" ? found.clock : { refundBy: null, askChargeOn: null };
    return statusText({ ...factsOf(found), step, at, refundBy, askChargeOn }, locale, links, deps.settings);
  });

/** E5, unless the refund came while the mail waited. */
export const composeRefundLate = (row: MailRow, deps: ComposeDeps): Promise<Composed> =>
  compose(row, deps, (found, locale, links) => {
    const { refundLate: text } = readyTexts(found);
    const { refundBy } = found.clock;
    if (!text || !refundBy) return "the refund is not late any more";
    return refundLateText({ ...factsOf(found), refundBy, text }, locale, links, deps.settings);
  });

/** The question about another charge, unless it was answered while the mail waited. */
export const composeChargeQuestion = (row: MailRow, deps: ComposeDeps): Promise<Composed> =>
  compose(row, deps, (found, locale, links) => {
    const { closedOn } = closingContent.parse(row.content);
    const { charged: text } = readyTexts(found);
    if (!text) return "the question is answered";
    return chargeQuestionText({ ...factsOf(found), closedOn, text }, locale, links, deps.settings);
  });

/** Time to write again, or to send at last (D19), unless that was done while the mail waited. */
export const composeFollowUp = (row: MailRow, deps: ComposeDeps): Promise<Composed> =>
  compose(row, deps, (found, locale, links) => {
    const { request, clock } = found;
    if (request.state === "ready") {
      const since = request.createdAt.toString();
      return unsentText({ ...factsOf(found), since }, locale, links, deps.settings);
    }
    const { followUp: text } = readyTexts(found);
    if (!text || !clock.overdueSince) return "nothing is overdue any more";
    return followUpText({ ...factsOf(found), on: clock.overdueSince, text }, locale, links, deps.settings);
  });

/** What holds for all of them: nothing to somebody who stopped the mails, and a link only to who has left the admin. */
async function compose(
  row: MailRow,
  deps: ComposeDeps,
  write: (found: RequestNow, locale: Locale, links: RequestLinks) => Written | string,
): Promise<Composed> {
  const input = { shop: row.shop, requestId: row.requestId ?? "" };
  const found = await requestNow(input, deps);
  if (!found) return { outcome: "drop", reason: "the request is erased" };
  if (found.shop.mailStoppedAt) return { outcome: "drop", reason: "e-mails stopped" };
  const issue = (purpose: "finish" | "stop-mail") => issueLink({ shop: row.shop, purpose }, deps);
  const links = {
    finish: found.shop.uninstalledAt ? await issue("finish") : null,
    stop: await issue("stop-mail"),
  };
  const written = write(found, nearestLocale(row.locale), links);
  return typeof written === "string"
    ? { outcome: "drop", reason: written }
    : { outcome: "mail", mail: serviceMail(row, written, links.stop) };
}

const factsOf = ({ request, shop, ticketNumber, timeZone }: RequestNow) => ({
  shopName: foreignText(shop.name),
  reference: request.reference,
  ticketNumber: ticketNumber && foreignText(ticketNumber),
  timeZone,
  installed: shop.uninstalledAt === null,
  isBilled: isBilledOn(request.route),
});
