import { redirect } from "@remix-run/node";
import type { AccountKind } from "#app/ports/index.ts";

/** An agency account has no way out that could be walked here: the hub says how to go on (domain.md 5 has none). */
export function needsOwnWay({ kind }: { kind: AccountKind }): void {
  if (kind === "agency") throw redirect("/app/close");
}
