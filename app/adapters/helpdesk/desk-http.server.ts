import { readJson } from "#app/domain/index.ts";
import { readAnswerText } from "../read-answer.server.ts";

/** One call to a help desk's API, told apart by what it means for a ticket that must exist exactly once. */
export type DeskAnswer =
  /** `location`: where the answer leads instead; it is never followed, for the key belongs to this desk alone. */
  | { outcome: "answered"; status: number; body: unknown; location: string | null }
  /** No connection was made: the call cannot have had any effect. */
  | { outcome: "not-reached"; reason: string }
  /** The call went out, but its answer did not come, or could not be read. */
  | { outcome: "lost"; reason: string };

export type DeskCall = {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
};

/** Longer than the library takes to give up connecting, which is a certain "not reached". */
const CALL_MS = 20_000;

/** A hundred tickets with a long text each fit in several times over. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** `callMs` is the hard limit of one call in milliseconds, its answer's body included. */
type DeskAccess = { baseUrl: string; user: string; secret: string; callMs?: number | undefined };

const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Calls below `baseUrl` with Basic authentication; credentials go nowhere but into that header. */
export function createDeskHttp({ baseUrl, user, secret, callMs = CALL_MS }: DeskAccess) {
  const authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
  return async ({ method, path, headers, body }: DeskCall): Promise<DeskAnswer> => {
    try {
      const response = await fetch(`${baseUrl.replace(/\/$/, "")}${path}`, {
        method,
        headers: {
          authorization,
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: "manual",
        signal: AbortSignal.timeout(callMs),
      });
      const text = await readAnswerText(MAX_ANSWER_BYTES, response);
      if (text === null) return { outcome: "lost", reason: "larger than an answer may be" };
      // Not JSON is null: no schema of ours accepts it.
      const location = response.headers.get("location");
      return { outcome: "answered", status: response.status, body: readJson(text) ?? null, location };
    } catch (error) {
      const code = codeOf(error);
      return NEVER_CONNECTED.has(code)
        ? { outcome: "not-reached", reason: code }
        : { outcome: "lost", reason: code };
    }
  };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return error instanceof Error ? error.name : "unknown";
}
