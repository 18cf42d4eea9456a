import { accountOf } from "#sandbox/impact/api/auth.ts";
import type { Category, Persona } from "#sandbox/impact/state/categories.ts";
import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";
import type { SandboxState } from "#sandbox/impact/state/sandbox-state.ts";

type Admission =
  | { outcome: "admitted"; account: PreparedAccount; changes: AccountChanges; nowMs: number }
  | { outcome: "refused"; status: 401 | 403; message: string };

/**
 * Who may read what: unknown credentials and a closed account get 401; a disabled token, a token without the
 * category, or another account's SID in the path get 403 (H37, H38). What a path of another kind of account answers is
 * stated nowhere; here it is 403.
 */
export function admit(
  state: SandboxState,
  request: {
    authorization: string | undefined;
    sid: string | undefined;
    persona: Persona;
    category: Category;
  },
): Admission {
  const account = accountOf(request.authorization, state.accounts);
  if (account === null) return { outcome: "refused", status: 401, message: "Access denied" };
  if (request.persona !== account.seed.sandbox.persona)
    return { outcome: "refused", status: 403, message: "You do not have access to this account" };
  const nowMs = state.nowMs();
  const changes = state.changes.of(account.seed.sandbox.key);
  if (changes.closedAt !== null && changes.closedAt <= nowMs)
    return { outcome: "refused", status: 401, message: "Access denied" };
  if (changes.token.disabled || changes.token.withheld.includes(request.category))
    return { outcome: "refused", status: 403, message: "This token is not enabled for this endpoint" };
  if (request.sid !== account.seed.sandbox.sid)
    return { outcome: "refused", status: 403, message: "You do not have access to this account" };
  return { outcome: "admitted", account, changes, nowMs };
}
