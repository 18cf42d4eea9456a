import { notedClosing } from "#app/services/account/unfinished-request.server.ts";
import { showFees } from "../account/show-fees.server.ts";
import type { Deps } from "../deps.ts";

/** What holds on the day the app is removed: whether the account is closed, and what goes on costing if it is not. */
export async function showBeforeUninstall({ shop }: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const fees = await showFees({ shop, months: 1 }, deps);
  if (!fees) return null;
  const noted = await notedClosing(shop, deps.db);
  return {
    closed: fees.view.state === "closed" || noted?.isProved === true,
    /** Noted, but without a word of impact.com's: what goes on is said all the same. */
    unproved: fees.view.state !== "closed" && noted?.isProved === false,
    goesOn: fees.view.otherAccount ?? fees.view.kind,
    email: fees.view.shop.contactEmail,
    mailStoppedAt: fees.view.shop.mailStoppedAt?.toString() ?? null,
    timeZone: fees.view.timeZone,
    standing: fees.standing,
  };
}
