import { statementReport } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { loadSummary, paysKnownFee } from "./load-account.server.ts";

/** How far ahead the ledger shows what is expected. */
const DAYS_AHEAD = 45;

/** The statement from sign-up to a few weeks ahead: the same report as `settled statement` on the exported file. */
export async function showLedger(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadSummary(input, deps);
  if (!view) return null;
  if (view.reading.outcome !== "ready") return { view, statement: null };
  const { account } = view.reading;
  // Only a brand has a funding account, and without its plan the fees in it are not known.
  if (!paysKnownFee(view)) return { view, statement: null };
  const from = view.reading.signedUpOn;
  const to = view.today.add({ days: DAYS_AHEAD });
  const statement = statementReport(account, { from, to, on: view.today, everyDay: false });
  return { view, statement };
}
