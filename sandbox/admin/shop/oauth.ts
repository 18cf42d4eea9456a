import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type AppKeys, checkSessionToken } from "../session-token.ts";
import type { StoreState } from "../state.ts";
import { staff, storeByDomain } from "../stores.ts";
import { issueTokens, refreshTokens } from "./grants.ts";

const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const client = { client_id: z.string(), client_secret: z.string() };
const tokenRequest = z.discriminatedUnion("grant_type", [
  z.object({
    ...client,
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
    subject_token: z.string(),
    subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
    requested_token_type: z.enum(["urn:shopify:params:oauth:token-type:offline-access-token", ONLINE]),
    expiring: z.union([z.literal("0"), z.literal("1"), z.literal(1)]),
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
  if (request.requested_token_type === ONLINE)
    return { status: 200, body: onlineToken(input.domain, subject.staffId) };
  if (String(request.expiring) !== "1")
    return refusal(400, "invalid_request", "An offline token must be an expiring one.");
  return { status: 200, body: issueTokens(state, input.nowMs, null) };
}

/** A token of the person who is signed in, with who that is. No call of the app's uses one, so none is remembered. */
function onlineToken(domain: string, staffId: string) {
  const isOwner = staffId === staff.owner.id;
  const [first = "", ...rest] =
    (isOwner ? storeByDomain(domain)?.ownerName : "Billie Book")?.split(" ") ?? [];
  const user = { first_name: first, last_name: rest.join(" "), email: `staff-${staffId}@${domain}` };
  const roles = { account_owner: isOwner, locale: "en", collaborator: false, email_verified: true };
  return {
    access_token: `shpat_${randomBytes(16).toString("hex")}`,
    scope: "",
    expires_in: 86_399,
    associated_user_scope: "",
    associated_user: { id: Number(staffId), ...user, ...roles },
  };
}
