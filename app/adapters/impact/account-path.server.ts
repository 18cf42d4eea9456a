import type { AccountKind } from "#app/ports/index.ts";

/** First segment of every address of a kind of account (domain.md 6.1). */
export const ROOTS = {
  brand: "Advertisers",
  partner: "Mediapartners",
  agency: "Agencies",
} as const satisfies Record<AccountKind, string>;

/** The version of each API its client is written for: without it an account's own version would answer. */
export const API_VERSIONS = { Advertisers: "14", Mediapartners: "16", Agencies: "3" } as const;

export type AccountRoot = (typeof ROOTS)[AccountKind];
