import { Buffer } from "node:buffer";
import type { Temporal } from "temporal-polyfill";
import type { SchemaDriftStore } from "#app/ports/alarm.ts";
import type { CallAllowance, CallBudgetStore } from "#app/ports/call-budget.ts";
import type { Clock } from "#app/ports/clock.ts";
import type { FetchResult, ImpactCredentials, ImpactResource, ReadFailure } from "#app/ports/impact.ts";
import type { AccountKind } from "#app/ports/impact-kinds.ts";
import { type AccountRoot, ROOTS } from "./account-path.server.ts";
import { allowanceOf, callGroup, heldBack } from "./call-budget.server.ts";
import { classify } from "./classify.server.ts";
import { newValues } from "./new-values.server.ts";
import { readRateLimit } from "./rate-limit.server.ts";
import { pauseBeforeRetry } from "./retry.server.ts";

/** Where the adapter writes what it did; pino's logger fits. It never gets a URL, a header or a body. */
export type ImpactLog = {
  debug(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
};

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
};

/** Answers with parsed JSON whose numbers are strings (exact-json), or says why there is none. */
export type Request = (call: Call) => Promise<FetchResult<unknown>>;

/** The same request below the addresses of another kind of account. */
export const requestOf =
  (kind: AccountKind, request: Request): Request =>
  (call) =>
    request({ ...call, root: ROOTS[kind] });

/** Makes the one function that talks to impact.com: Basic auth, JSON asked for, no redirects, retries for reads. */
export function createRequest(options: RequestOptions): Request {
  return async (call) => {
    // Anything else is no Account SID, and "." or ".." would leave the account's path.
    if (!/^[\w-]+$/.test(call.credentials.accountSid)) return { outcome: "unauthorized" };
    for (let retries = 0; ; retries += 1) {
      const answer = (await notNow(call, options)) ?? (await ask(call, options));
      const pause = pauseBeforeRetry(answer, retries, options.clock.now(), options.random);
      if (pause === null) return answer;
      await options.wait(pause);
    }
  };
}

async function notNow({ credentials, resource }: Call, options: RequestOptions): Promise<ReadFailure | null> {
  if (!credentials.inBackground || !options.budget) return null;
  const known = await options.budget.find(credentials.accountSid, callGroup(resource));
  const refusal = heldBack(known, options.clock.now());
  if (refusal) options.log.debug({ resource, ...refusal }, "left for reads somebody waits for");
  return refusal;
}

/** Makes the call and keeps what impact.com says of the calls left, and what it says in words we do not know. */
async function ask(call: Call, options: RequestOptions): Promise<FetchResult<unknown>> {
  const { answer, allowance } = await attempt(call, options);
  const { accountSid } = call.credentials;
  if (allowance) await options.budget?.record(accountSid, callGroup(call.resource), allowance);
  if (answer.outcome === "read")
    for (const oddity of newValues(call.resource, answer.value))
      await options.schemaDrifts?.note(oddity, options.clock.now());
  return answer;
}

type Attempt = { answer: FetchResult<unknown>; allowance: CallAllowance | null };

async function attempt(call: Call, options: RequestOptions): Promise<Attempt> {
  const { resource, query } = call;
  const signal = AbortSignal.timeout(options.callMs);
  const fields = { resource, page: query?.Page };
  try {
    const response = await options.fetch(address(call, options.baseUrl), {
      headers: { Accept: "application/json", Authorization: basicAuth(call.credentials) },
      redirect: "manual",
      signal,
    });
    const { status, headers } = response;
    const now = options.clock.now();
    const answer = classify(resource, { status, headers, body: await response.text() }, now);
    const level = answer.outcome === "read" ? "debug" : "warn";
    const said = readRateLimit(headers, now);
    const { limit, remaining } = said;
    options.log[level](
      { ...fields, status, limit, remaining, outcome: answer.outcome },
      "impact.com answered",
    );
    return { answer, allowance: allowanceOf(status, said, now) };
  } catch {
    // The cause is left out on purpose: fetch errors may carry the address, and with it the Account SID.
    const reason = signal.aborted ? "timeout" : "network";
    options.log.warn({ ...fields, reason }, "impact.com did not answer");
    return { answer: { outcome: "unavailable", reason }, allowance: null };
  }
}

function address({ root = "Advertisers", credentials, path, query }: Call, baseUrl: string): string {
  const segments = [root, credentials.accountSid, ...path].map(encodeURIComponent);
  const search = new URLSearchParams(query).toString();
  return `${baseUrl.replace(/\/+$/, "")}/${segments.join("/")}${search ? `?${search}` : ""}`;
}

function basicAuth({ accountSid, authToken }: ImpactCredentials): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`, "utf8").toString("base64")}`;
}

/** One GET whose body is not JSON; who calls it judges status and body, and decides about another try. */
export type FetchOnce = (<T>(
  call: Call,
  accept: string,
  read: (response: Response, now: Temporal.Instant) => Promise<FetchResult<T>>,
) => Promise<FetchResult<T>>) &
  Pick<RequestOptions, "wait" | "random"> & { now: () => Temporal.Instant };

/** The same address, credentials, time limit and rule against redirects as for JSON. */
export function createFetchOnce(options: RequestOptions): FetchOnce {
  const once = async <T>(
    call: Call,
    accept: string,
    read: (response: Response, now: Temporal.Instant) => Promise<FetchResult<T>>,
  ): Promise<FetchResult<T>> => {
    if (!/^[\w-]+$/.test(call.credentials.accountSid)) return { outcome: "unauthorized" };
    const signal = AbortSignal.timeout(options.callMs);
    const { resource } = call;
    try {
      const response = await options.fetch(address(call, options.baseUrl), {
        headers: { Accept: accept, Authorization: basicAuth(call.credentials) },
        redirect: "manual",
        signal,
      });
      const answer = await read(response, options.clock.now());
      const level = answer.outcome === "read" ? "debug" : "warn";
      options.log[level](
        { resource, status: response.status, outcome: answer.outcome },
        "impact.com answered",
      );
      return answer;
    } catch {
      const reason = signal.aborted ? "timeout" : "network";
      options.log.warn({ resource, reason }, "impact.com did not answer");
      return { outcome: "unavailable", reason };
    }
  };
  return Object.assign(once, {
    wait: options.wait,
    random: options.random,
    now: () => options.clock.now(),
  });
}
