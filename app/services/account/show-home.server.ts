import { closureReport, previewReport, statementReport } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { latestRequest } from "./current-request.server.ts";
import { type AccountView, loadAccount, paysKnownFee } from "./load-account.server.ts";
import { standingOf } from "./standing-of.ts";
import { notedClosing } from "./unfinished-request.server.ts";

/** Everything Home says, as figures of the core; null while the key facts are missing, and for an account without a known fee. */
export async function showHome(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const request = await latestRequest(input.shop, deps.db);
  const noted = await notedClosing(input.shop, deps.db);
  // Of a closed account nothing is charged any more, as far as is known, and nothing is left to close.
  const isOver = view.state === "closed" || noted !== null;
  const standing = isOver ? null : standingOf(view);
  return { view, request, noted, isOver, standing, figures: isOver ? null : figuresOf(view) };
}

function figuresOf(view: AccountView) {
  const { reading, today: on } = view;
  if (reading.outcome !== "ready" || !paysKnownFee(view)) return null;
  const { account } = reading;
  const preview = previewReport(account, { on, months: 3 });
  const closure = closureReport(account, { on });
  const statement = statementReport(account, { from: on, to: on, on, everyDay: true });
  return { preview, closure, today: statement.days.at(0) ?? null };
}
