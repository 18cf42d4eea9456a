import { notedClosing } from "#app/services/account/unfinished-request.server.ts";
import { loadAccount, paysKnownFee } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { showSuppression } from "../outbox/suppression.server.ts";
import { readChoices } from "./choices.ts";
import { warnedRequest } from "./warned-request.server.ts";
import { warningFacts } from "./warning-facts.ts";

/** The choices for the time after an uninstall, and what the warning would say if the app were removed now. */
export async function showChoices(input: { shop: string }, deps: Pick<Deps, "db" | "clock" | "settings">) {
  const shop = await deps.db.shops.find(input.shop);
  if (!shop) return null;
  const rows = await deps.db.choices.all(input.shop);
  const choices = readChoices(rows);
  const view = await loadAccount(input, deps);
  const closing = await notedClosing(input.shop, deps.db);
  const warning = warningFacts(shop, view, {
    usedElsewhere: await deps.db.shopIndex.accountUsedElsewhere(input.shop),
    dataKept: choices.remindBeforeFees || choices.keepWatching || closing !== null,
    closing,
    request: await warnedRequest(input.shop, view, deps.db),
  });
  return {
    choices,
    /** False of an account without a fee we know: there is nothing to be reminded of. */
    hasFees: view === null || paysKnownFee(view),
    decided: rows
      .filter(({ name }) => name !== "setup-guide-away")
      .map(({ name, granted, decidedAt }) => ({ name, granted, at: decidedAt.toString() })),
    warning,
    suppressed: await showSuppression(shop.contactEmail, deps),
    mailStoppedAt: shop.mailStoppedAt?.toString() ?? null,
    timeZone: shop.timeZone,
  };
}
