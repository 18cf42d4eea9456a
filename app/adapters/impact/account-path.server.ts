import type { AccountKind } from "#app/ports/impact-kinds.ts";
import type { Request } from "./request.server.ts";

/** First segment of every address of a kind of account (domain.md 6.1). */
const ROOTS = {
  brand: "Advertisers",
  partner: "Mediapartners",
  agency: "Agencies",
} as const satisfies Record<AccountKind, string>;

/** The version of each API its client is written for: without it an account's own version would answer. */
export const API_VERSIONS = { Advertisers: "14", Mediapartners: "16", Agencies: "3" } as const;

export type AccountRoot = (typeof ROOTS)[AccountKind];

/** The same request below the addresses of another kind of account. */
export const requestOf =
  (kind: AccountKind, request: Request): Request =>
  (call) =>
    request({ ...call, root: ROOTS[kind] });
