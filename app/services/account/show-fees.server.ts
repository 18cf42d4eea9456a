import { previewReport } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { loadSummary, paysKnownFee } from "./load-account.server.ts";
import { standingOf } from "./standing-of.ts";

/** The fee preview of this month and the `months` to come; null for an account without a fee that is known. */
export async function showFees(input: { shop: string; months: number }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadSummary(input, deps);
  if (!view) return null;
  const { reading, today } = view;
  const preview =
    paysKnownFee(view) && reading.outcome === "ready"
      ? previewReport(reading.account, { on: today, months: input.months })
      : null;
  return { view, preview, standing: standingOf(view) };
}
