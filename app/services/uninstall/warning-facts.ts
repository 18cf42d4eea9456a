import { z } from "zod";
import { type Currency, formatMinor, parseDecimal, previewReport } from "#app/domain/index.ts";
import type { ShopRecord } from "#app/ports/index.ts";
import type { AccountView } from "../account/load-account.server.ts";

export const warningFactsSchema = z.object({
  shopName: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  /** When impact.com was last asked; null when the figures rest on what the merchant told us. */
  asOf: z.string().nullable(),
  nextCharge: z.object({ amount: z.string(), date: z.string() }).nullable(),
  minimum: z.object({ perMonth: z.string(), perYear: z.string() }).nullable(),
});

export type WarningFacts = z.infer<typeof warningFactsSchema>;

/** What the warning will say, fixed at the uninstall: afterwards nothing can be asked any more. */
export function warningFacts(shop: ShopRecord, view: AccountView | null): WarningFacts {
  const base = {
    shopName: shop.name,
    timeZone: view?.timeZone ?? shop.timeZone,
    currency: view?.currency ?? shop.currency,
    asOf: view?.checkedAt?.toString() ?? null,
  };
  if (view?.reading.outcome !== "ready") return { ...base, nextCharge: null, minimum: null };
  const preview = previewReport(view.reading.account, { on: view.today, months: 12 });
  const next = preview.nextCardCharge;
  return {
    ...base,
    nextCharge: next && { amount: next.amount, date: next.date },
    minimum: yearly(preview.plan.minimumFee, view.reading.account.currency),
  };
}

/** A fee is due every month: the minimum, twelve times a year. */
function yearly(perMonth: string, currency: Currency): WarningFacts["minimum"] {
  const read = parseDecimal(perMonth, currency);
  if (read.outcome !== "read") return null;
  return { perMonth, perYear: formatMinor(read.minor * 12, currency) };
}
