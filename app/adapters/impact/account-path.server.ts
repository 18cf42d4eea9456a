import type { AccountKind } from "#app/ports/index.ts";

/** First segment of every address of a kind of account (domain.md 6.1). */
export const ROOTS = {
  brand: "Advertisers",
  partner: "Mediapartners",
  agency: "Agencies",
} as const satisfies Record<AccountKind, string>;

export type AccountRoot = (typeof ROOTS)[AccountKind];
