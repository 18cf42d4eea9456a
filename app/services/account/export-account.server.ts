import { type AccountFileJson, writeAccountFile } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { loadWholeAccount } from "./load-account.server.ts";

/** The account's file with every action, as `settled` reads it; null while too little is known to write one. */
export async function exportAccount(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<AccountFileJson | null> {
  const view = await loadWholeAccount(input, deps);
  return view?.reading.outcome === "ready" ? writeAccountFile(view.reading.account) : null;
}
