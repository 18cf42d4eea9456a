import { createHash, randomBytes } from "node:crypto";
import type { Grant, StoreState } from "../state.ts";

const accessSeconds = 3600;
const refreshSeconds = 7_776_000;

const digest = (token: string) => createHash("sha256").update(token).digest("hex");

export interface IssuedTokens {
  readonly access_token: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly refresh_token_expires_in: number;
}

/** Issues an expiring offline token pair (60 minutes, 90 days) and remembers its digests. */
export function issueTokens(state: StoreState, nowMs: number, replaces: string | null): IssuedTokens {
  const access = `shpat_${randomBytes(16).toString("hex")}`;
  const refresh = `shprt_${randomBytes(16).toString("hex")}`;
  state.grants = state.grants.filter((g) => g.refreshExpires > nowMs);
  state.grants.push({
    access: digest(access),
    accessExpires: nowMs + accessSeconds * 1000,
    refresh: digest(refresh),
    refreshExpires: nowMs + refreshSeconds * 1000,
    replaces,
  });
  return {
    access_token: access,
    scope: "",
    expires_in: accessSeconds,
    refresh_token: refresh,
    refresh_token_expires_in: refreshSeconds,
  };
}

/**
 * Trades a refresh token for a new pair. The old pair stays good until the new one is first used, so that an
 * app whose answer got lost may ask again (Shopify changelog, 28 Aug 2026). Undefined: refused.
 */
export function refreshTokens(
  state: StoreState,
  refreshToken: string,
  nowMs: number,
): IssuedTokens | undefined {
  const old = state.grants.find((g) => g.refresh === digest(refreshToken) && g.refreshExpires > nowMs);
  if (!old) return undefined;
  confirm(state, old);
  // A second ask with the same token means the first answer never arrived: that pair is void.
  state.grants = state.grants.filter((g) => g.replaces !== old.refresh);
  return issueTokens(state, nowMs, old.refresh);
}

/** True when the access token is alive; its first use retires the pair it replaced. */
export function useAccessToken(state: StoreState, accessToken: string, nowMs: number): boolean {
  const grant = state.grants.find((g) => g.access === digest(accessToken) && g.accessExpires > nowMs);
  if (grant) confirm(state, grant);
  return grant !== undefined;
}

function confirm(state: StoreState, grant: Grant): void {
  if (grant.replaces === null) return;
  const retired = grant.replaces;
  state.grants = state.grants.filter((g) => g.refresh !== retired);
  grant.replaces = null;
}
