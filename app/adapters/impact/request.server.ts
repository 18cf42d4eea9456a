import { Buffer } from "node:buffer";
import type { Temporal } from "temporal-polyfill";
import type { SchemaDriftStore } from "#app/ports/alarm.ts";
import type { CallAllowance, CallBudgetStore } from "#app/ports/call-budget.ts";
import type { Clock } from "#app/ports/clock.ts";
import type { FetchResult, ImpactCredentials, ImpactResource, ReadFailure } from "#app/ports/impact.ts";
import type { AccountKind } from "#app/ports/index.ts";
import { readAnswer, textOf } from "../read-answer.server.ts";
import { type AccountRoot, API_VERSIONS, ROOTS } from "./account-path.server.ts";
import { allowanceOf, callGroup, heldBack } from "./call-budget.server.ts";
import { classify } from "./classify.server.ts";
import { TOO_LARGE, unexpectedAnswer } from "./failures.server.ts";
import { parseForeignJson } from "./foreign-json.server.ts";
import { newValues } from "./new-values.server.ts";
import { readRateLimit } from "./rate-limit.server.ts";
import { pauseBeforeRetry } from "./retry.server.ts";
import { readWantedFields, type WantedFields } from "./wanted-fields.server.ts";

/** Where the adapter writes what it did; pino's logger fits. It never gets a URL, a header or a body. */
export type ImpactLog = {
  debug(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
};

/**
 * A page holds 2,000 actions of one to two kilobytes each; what is several times larger than that is no list of ours,
 * and would fill the memory.
 */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

type RequestOptions = {
  baseUrl: string;
  fetch: typeof fetch;
  clock: Clock;
  log: ImpactLog;
  /** Hard limit of one call, answer body included, in milliseconds. */
  callMs: number;
  wait: (ms: number) => Promise<void>;
  random: () => number;
  /** Calls left by account, shared by all instances; without it every call is made. */
  budget?: CallBudgetStore | undefined;
  /** Learns of values that were not on their lists before. */
  schemaDrifts?: Pick<SchemaDriftStore, "note"> | undefined;
};

/** One GET below `/{root}/{SID}/`. `path` segments are raw; the request escapes them. */
export type Call = {
  /** A brand's addresses unless told otherwise. */
  root?: AccountRoot;
  credentials: ImpactCredentials;
  resource: ImpactResource;
  path: readonly string[];
  query?: Record<string, string>;
  /** Of a long list: all that is read of its rows. The answer may leave out the rest. */
  wanted?: WantedFields | undefined;
};

/** Answers with parsed JSON whose numbers are strings (exact-json), or says why there is none. */
export type Request = (call: Call) => Promise<FetchResult<unknown>>;

/** The same request below the addresses of another kind of account. */
export const requestOf =
  (kind: AccountKind, request: Request): Request =>
  (call) =>
    request({ ...call, root: ROOTS[kind] });

/** How an answer of one kind is read; `now` is the moment it came. */
export type ReadAnswer<T> = {
  accept: string;
  read(response: Response, now: Temporal.Instant): Promise<FetchResult<T>>;
};

/** The one function that talks to impact.com, whatever kind of answer it asks for. */
export type Ask = <T>(call: Call, answer: ReadAnswer<T>) => Promise<FetchResult<T>>;

/**
 * Basic auth, no redirects, retries for reads. Every call is counted: one in the background is held back while only the
 * reserve of the hour is left, and what an answer says of the calls left is kept.
 */
export function createAsk(options: RequestOptions): Ask {
  return async (call, wanted) => {
    // Anything else is no Account SID, and "." or ".." would leave the account's path.
    if (!/^[\w-]+$/.test(call.credentials.accountSid)) return { outcome: "unauthorized" };
    for (let retries = 0; ; retries += 1) {
      const answer = (await notNow(call, options)) ?? (await attempt(call, wanted, options));
      const pause = pauseBeforeRetry(answer, retries, options.clock.now(), options.random);
      if (pause === null) return answer;
      await options.wait(pause);
    }
  };
}

/** JSON, with what it says in words we do not know kept for the operator. */
export function createRequest(
  ask: Ask,
  { schemaDrifts, clock }: Pick<RequestOptions, "schemaDrifts" | "clock">,
): Request {
  return async (call) => {
    const answer = await ask(call, {
      accept: "application/json",
      read: (response, now) => readJson(call, response, now),
    });
    if (answer.outcome === "read")
      for (const oddity of newValues(call.resource, answer.value))
        await schemaDrifts?.note(oddity, clock.now());
    return answer;
  };
}

async function readJson(
  { resource, wanted }: Call,
  response: Response,
  now: Temporal.Instant,
): Promise<FetchResult<unknown>> {
  const { status, headers } = response;
  // The status alone says what is wrong; a body is looked at with status 200 only.
  if (status !== 200) await response.body?.cancel();
  const body = status === 200 ? await readAnswer(MAX_ANSWER_BYTES, response) : Buffer.alloc(0);
  if (body === null) return unexpectedAnswer(resource, TOO_LARGE);
  const value = () => (wanted && readWantedFields(body, wanted)) ?? parseForeignJson(textOf(body));
  return classify(resource, { status, headers, value }, now);
}

async function notNow({ credentials, resource }: Call, options: RequestOptions): Promise<ReadFailure | null> {
  if (!credentials.inBackground || !options.budget) return null;
  const known = await options.budget.find(credentials.accountSid, callGroup(resource));
  const refusal = heldBack(known, options.clock.now());
  if (refusal) options.log.debug({ resource, ...refusal }, "left for reads somebody waits for");
  return refusal;
}

async function attempt<T>(
  call: Call,
  { accept, read }: ReadAnswer<T>,
  options: RequestOptions,
): Promise<FetchResult<T>> {
  const { resource, query } = call;
  const { accountSid } = call.credentials;
  const signal = AbortSignal.timeout(options.callMs);
  const fields = { resource, page: query?.Page };
  let answered: { answer: FetchResult<T>; allowance: CallAllowance | null };
  try {
    const response = await options.fetch(address(call, options.baseUrl), {
      headers: headersOf(call, accept),
      redirect: "manual",
      signal,
    });
    const { status, headers } = response;
    const now = options.clock.now();
    const answer = await read(response, now);
    const level = answer.outcome === "read" ? "debug" : "warn";
    const said = readRateLimit(headers, now);
    const { limit, remaining } = said;
    options.log[level](
      { ...fields, status, limit, remaining, outcome: answer.outcome },
      "impact.com answered",
    );
    answered = { answer, allowance: allowanceOf(status, said, now) };
  } catch {
    // The cause is left out on purpose: fetch errors may carry the address, and with it the Account SID.
    const reason = signal.aborted ? "timeout" : "network";
    options.log.warn({ ...fields, reason }, "impact.com did not answer");
    return { outcome: "unavailable", reason };
  }
  const { answer, allowance } = answered;
  if (allowance) await options.budget?.save(accountSid, callGroup(resource), allowance);
  return answer;
}

function address({ root = "Advertisers", credentials, path, query }: Call, baseUrl: string): string {
  const segments = [root, credentials.accountSid, ...path].map(encodeURIComponent);
  const search = new URLSearchParams(query).toString();
  return `${baseUrl.replace(/\/+$/, "")}/${segments.join("/")}${search ? `?${search}` : ""}`;
}

function headersOf({ root = "Advertisers", credentials }: Call, accept: string): Record<string, string> {
  return { Accept: accept, Authorization: basicAuth(credentials), "IR-Version": API_VERSIONS[root] };
}

function basicAuth({ accountSid, authToken }: ImpactCredentials): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`, "utf8").toString("base64")}`;
}
