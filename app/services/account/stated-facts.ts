import { z } from "zod";
import { CARD_CURRENCIES, EDITIONS } from "#app/domain/index.ts";
import type { StatedFactRecord } from "#app/ports/index.ts";
import { closingFactSchemas } from "./closing-facts.ts";

const isoDate = z.iso.date();
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

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
export function readStatedFacts(records: StatedFactRecord[]): StatedFacts {
  const facts: Record<string, unknown> = {};
  for (const record of records) {
    if (!Object.hasOwn(statedFactSchemas, record.name)) continue;
    const parsed = statedFactSchemas[record.name as StatedFactName].safeParse(record.value);
    if (parsed.success) facts[record.name] = parsed.data;
  }
  return facts as StatedFacts;
}
