import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { openedRows } from "#app/services/account/opened-rows.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";

/** The days of one month of the ledger, or of one fold of expected days: asked for when somebody opens it. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const open = new URL(args.request.url).searchParams.get("open") ?? "";
  const shown = await showLedger({ shop, open: [open] }, deps);
  return json({ open, rows: shown?.ledger ? openedRows(shown.ledger, open) : null });
}
