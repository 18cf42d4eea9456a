import { z } from "zod";
import type { StoreStop } from "#app/ports/index.ts";

/**
 * The plans under which Shopify keeps a store that sells nothing. Shopify publishes no list of them; these are the names
 * that app makers have seen. Any other plan is one of an open store.
 */
const STOPPED_PLANS: Readonly<Record<string, StoreStop>> = {
  paused: "paused",
  dormant: "paused",
  frozen: "frozen",
  fraudulent: "frozen",
  cancelled: "closed",
};

/** How a store stands by its plan; null while it is open. */
export const stopOfPlan = (plan: string | null): StoreStop | null =>
  plan !== null && Object.hasOwn(STOPPED_PLANS, plan) ? (STOPPED_PLANS[plan] ?? null) : null;

const body = z.looseObject({ plan: z.string().nullable() });

/** The plan a stored delivery of `shop/update` names. */
export const planOf = (kept: unknown): string | null => body.safeParse(kept).data?.plan ?? null;
