import { z } from "zod";
import { CATEGORIES, type Category } from "#sandbox/impact/state/categories.ts";

/** Everything that can be made to go wrong on demand. */
export const FAULT_KINDS = [
  "unauthorized",
  "forbidden",
  "rate-limit-brand",
  "rate-limit-partner",
  "server-error",
  "timeout",
  "slow-drip",
  "html-page",
  "truncated-json",
  "error-in-200",
  "page-2-fails",
  "unknown-enum",
  "unreadable-row",
  "odd-amounts",
  "odd-text",
  "odd-list",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  category: z.enum([...CATEGORIES, "all"]),
});
export type Fault = z.output<typeof faultSchema>;

/** The fault that hits a request of this category, or null. A fault on one category beats one on all. */
export function faultFor(faults: readonly Fault[], category: Category): FaultKind | null {
  const hit =
    faults.find((fault) => fault.category === category) ?? faults.find((fault) => fault.category === "all");
  return hit?.kind ?? null;
}
