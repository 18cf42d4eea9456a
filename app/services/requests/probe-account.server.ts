import type { Temporal } from "temporal-polyfill";
import { nextCheck } from "#app/domain/index.ts";
import type { CheckAnswer, Company, FetchResult, RequestCheckRow, Work } from "#app/ports/index.ts";
import { isAboutAccount } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { moveRequest } from "./move-request.server.ts";
import type { RequestNow } from "./request-now.server.ts";

export type ProbeOutcome =
  | "no-key"
  | "asked-meanwhile"
  | "no-answer"
  | "answers"
  | "refused"
  | "key-destroyed";

/** A refusal on a second day is no passing fault of impact.com's. */
const SECOND_DAY_HOURS = 20;
/** Looks are a little less than a day apart: the third one. */
const LIVE_KEY_HOURS = 40;

/**
 * Asks impact.com for the company's name, reading only, to see whether it still takes the key. A refusal is a sign that
 * the account is closed, not proof (G29). A key refused on two days is of no use any more and is destroyed.
 */
export async function probeAccount(
  { request, shop: { shop } }: RequestNow,
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal" | "settings">,
): Promise<ProbeOutcome> {
  const check = await deps.db.requestChecks.find(shop, request.id, "account");
  if (!check) return "asked-meanwhile";
  const connection = await deps.db.connections.find(shop);
  // Another account's key says nothing of this one, and must not be destroyed for it (D21).
  if (!connection?.sealedToken || !(await isAboutAccount(request, deps.db))) {
    const { nextAt } = nextCheck(deps.clock.now(), null);
    await deps.db.transact((work) => work.requestChecks.change(check, { nextAt }));
    return "no-key";
  }
  const { accountSid, kind, sealedToken } = connection;
  const authToken = deps.seal.open(shop, sealedToken);
  const fetchResult = await deps.impact.of(kind).readCompany({ accountSid, authToken });
  return deps.db.transact((work) => save(check, fetchResult, work, deps));
}

async function save(
  check: RequestCheckRow,
  fetchResult: FetchResult<Company>,
  work: Work,
  deps: Pick<Deps, "clock" | "settings">,
): Promise<ProbeOutcome> {
  const now = deps.clock.now();
  const sign = signOf(fetchResult);
  if (!sign) {
    const failed = { triedAt: now, failure: fetchResult.outcome, ...nextCheck(now, check.failures) };
    return (await work.requestChecks.change(check, failed)) ? "no-answer" : "asked-meanwhile";
  }
  const isNews = check.answer !== sign.answer;
  const sameSince = isNews || !check.sameSince ? now : check.sameSince;
  const learned = { answer: sign.answer, answeredAt: now, sameSince, failure: null, triedAt: now };
  if (!(await work.requestChecks.change(check, { ...learned, ...nextCheck(now, null) })))
    return "asked-meanwhile";
  if (isNews) await writeSign(check, sign, work, deps);
  if (sign.answer === "answers") await tellOfLiveKey(check, sameSince, work, deps);
  if (sign.answer === "answers" || now.since(sameSince).total("hours") < SECOND_DAY_HOURS) return sign.answer;
  await work.connections.destroyToken(check.shop);
  return "key-destroyed";
}

/** After two days a key that still works is no delay of impact.com's any more: the merchant hears of it, once a closing. */
async function tellOfLiveKey(
  { shop, requestId }: RequestCheckRow,
  since: Temporal.Instant,
  work: Work,
  { clock, settings }: Pick<Deps, "clock" | "settings">,
): Promise<void> {
  const now = clock.now();
  const merchant = await work.shops.find(shop);
  if (now.since(since).total("hours") < LIVE_KEY_HOURS || !merchant?.contactEmail || merchant.mailStoppedAt)
    return;
  const mail = {
    shop,
    purpose: "status-change" as const,
    dedupeKey: `status-change:${requestId}:key-answers:${since.epochMilliseconds}`,
    recipient: merchant.contactEmail,
    locale: merchant.locale,
    content: { step: "probe-answers", at: now.toString() },
    requestId,
  };
  await writeMail(mail, work, { now, settings });
}

type Sign = { answer: Extract<CheckAnswer, "answers" | "refused">; sign: string };

/** A key without the right to this list is still a key that works (F6). Null when nothing was learned. */
function signOf({ outcome }: FetchResult<Company>): Sign | null {
  if (outcome === "unauthorized") return { answer: "refused", sign: "HTTP 401" };
  if (outcome === "forbidden") return { answer: "answers", sign: "HTTP 403" };
  return outcome === "read" ? { answer: "answers", sign: "HTTP 200" } : null;
}

async function writeSign(
  { shop, requestId }: RequestCheckRow,
  { answer, sign }: Sign,
  work: Work,
  deps: Pick<Deps, "clock" | "settings">,
): Promise<void> {
  const request = await work.closingRequests.findById(shop, requestId);
  if (request?.state !== "closed" && request?.state !== "refund-received") return;
  const trigger = answer === "refused" ? "probe-refused" : "probe-answers";
  await moveRequest(
    request,
    { trigger, toState: request.state, actor: "settled", evidence: { sign } },
    work,
    deps,
  );
}
