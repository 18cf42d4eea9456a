import { z } from "zod";
import { CARD_CURRENCIES, EDITIONS, STATED_AMOUNT_PATTERN } from "#app/domain/index.ts";
import type { StatedFactRow } from "#app/ports/index.ts";
import { closingFactSchemas } from "./closing-facts.ts";

const isoDate = z.iso.date();
const decimal = z.string().regex(STATED_AMOUNT_PATTERN);

/** The facts impact.com's API does not have, in the form the merchant gives them (domain.md 6.5). */
export const statedFactSchemas = {
  signedUpOn: isoDate,
  edition: z.enum(EDITIONS),
  trialEndsOn: isoDate.nullable(),
  cardEverCharged: z.boolean().nullable(),
  fundingBalance: z.object({ amount: decimal, asOf: isoDate }).nullable(),
  minimumFee: decimal.nullable(),
  currency: z.enum(CARD_CURRENCIES),
  timeZone: z.string().min(1),
  ...closingFactSchemas,
} as const;

export type StatedFacts = {
  [Name in keyof typeof statedFactSchemas]?: z.infer<(typeof statedFactSchemas)[Name]>;
};
export type StatedFactName = keyof typeof statedFactSchemas;

/** Reads stored facts; one that no longer fits its schema counts as not told. */
export function readStatedFacts(rows: StatedFactRow[]): StatedFacts {
  const facts: Record<string, unknown> = {};
  for (const row of rows) {
    if (!Object.hasOwn(statedFactSchemas, row.name)) continue;
    const parsed = statedFactSchemas[row.name as StatedFactName].safeParse(row.value);
    if (parsed.success) facts[row.name] = parsed.data;
  }
  return facts as StatedFacts;
}
