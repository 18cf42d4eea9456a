import { closureReport } from "#app/domain/index.ts";
import { type AccountView, loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { closingTasks } from "./closing-tasks.ts";

/** The closing hub: verdict, route, tasks with their evidence, and the request that may be under way. */
export async function showClosing(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  return { view, ...closingOf(view), request: await deps.db.closings.findOpen(input.shop) };
}

/** The same from an account that was loaded already; works without any fact, then everything is unknown. */
export function closingOf(view: AccountView) {
  const closure =
    view.reading.outcome === "ready" ? closureReport(view.reading.account, { on: view.today }) : null;
  return { closure, tasks: closingTasks(closure, view.snapshots) };
}
