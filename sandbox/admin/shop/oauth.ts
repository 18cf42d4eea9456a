import { z } from "zod";
import { type AppKeys, checkSessionToken } from "../session-token.ts";
import type { StoreState } from "../state.ts";
import { issueTokens, refreshTokens } from "./grants.ts";

const client = { client_id: z.string(), client_secret: z.string() };
const tokenRequest = z.discriminatedUnion("grant_type", [
  z.object({
    ...client,
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
    subject_token: z.string(),
    subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
    requested_token_type: z.literal("urn:shopify:params:oauth:token-type:offline-access-token"),
    expiring: z.union([z.literal("1"), z.literal(1)]),
  }),
  z.object({ ...client, grant_type: z.literal("refresh_token"), refresh_token: z.string() }),
]);

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const refusal = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});

/**
 * `POST /admin/oauth/access_token`: token exchange and refresh. Public apps created since 1 Apr 2026 must ask
 * for expiring tokens, so any other request is refused. `nowMs` is real time, like the tokens themselves.
 */
export function answerTokenRequest(
  input: { readonly body: unknown; readonly domain: string; readonly nowMs: number },
  keys: AppKeys,
  state: StoreState,
): Answer {
  const parsed = tokenRequest.safeParse(input.body);
  if (!parsed.success) return refusal(400, "invalid_request", z.prettifyError(parsed.error));
  const request = parsed.data;
  if (request.client_id !== keys.apiKey || request.client_secret !== keys.apiSecret) {
    return refusal(401, "invalid_client", "The client id or secret is wrong.");
  }
  if (request.grant_type === "refresh_token") {
    const tokens = state.installed && refreshTokens(state, request.refresh_token, input.nowMs);
    return tokens
      ? { status: 200, body: tokens }
      : refusal(400, "invalid_grant", "The refresh token is unknown, used or expired.");
  }
  const subject = checkSessionToken(keys, request.subject_token, input.nowMs);
  if (!subject.ok) return refusal(400, "invalid_subject_token", subject.reason);
  if (subject.domain !== input.domain)
    return refusal(400, "invalid_subject_token", "The token is for another store.");
  if (!state.installed)
    return refusal(400, "invalid_subject_token", "The app is not installed on this store.");
  return { status: 200, body: issueTokens(state, input.nowMs, null) };
}
