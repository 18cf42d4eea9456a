import { Temporal } from "temporal-polyfill";
import type { ShopRow, StoreStop } from "#app/ports/index.ts";
import { notedClosing } from "#app/services/account/unfinished-request.server.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { warnedRequest } from "./warned-request.server.ts";
import { warningFacts } from "./warning-facts.ts";

/** `stop`: how the store stands now, null for open. `at`: when that came about, as far as Shopify said. */
type Input = { shop: string; stop: StoreStop | null; at: Temporal.Instant | null };

export type StoreNewsOutcome =
  | "unknown-shop"
  | "uninstalled"
  | "old-news"
  | "open"
  | "stopped-before"
  | "warned"
  | "no-address"
  | "known-closed"
  | "mail-stopped";

/**
 * Shopify says how the store itself stands. One that is paused, frozen or closed leaves impact.com charging, as an
 * uninstall does, and gets the same warning: one each time it stops, whoever tells of it and however often (D9).
 */
export async function noteStoreNews(
  { shop, stop, at }: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<StoreNewsOutcome> {
  const account = await loadAccount({ shop }, deps);
  const usedElsewhere = await deps.db.shopIndex.accountUsedElsewhere(shop);
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    const known = await work.shops.find(shop);
    if (!known) return "unknown-shop";
    if (known.uninstalledAt) return "uninstalled";
    const newsAt = at ?? now;
    if (isOlder(newsAt, known)) return "old-news";
    await work.shops.save({ ...known, storeStop: stop, storeNewsAt: newsAt });
    if (stop === null) return "open";
    if (known.storeStop !== null) return "stopped-before";
    if (account?.state === "closed") return "known-closed";
    if (known.mailStoppedAt) return "mail-stopped";
    if (!known.contactEmail) return "no-address";
    const closing = await notedClosing(shop, work);
    if (closing?.isProved) return "known-closed";
    const request = await warnedRequest(shop, account, work);
    const warning = {
      shop,
      purpose: "store-stopped" as const,
      dedupeKey: `store-stopped:${shop}:${newsAt.epochMilliseconds}`,
      recipient: known.contactEmail,
      locale: known.locale,
      // The app is still installed: nothing is deleted, and the link works as long as any.
      content: warningFacts(known, account, { usedElsewhere, dataKept: true, closing, request, stop }),
    };
    await writeMail(warning, work, { now, settings: deps.settings });
    return "warned";
  });
}

const isOlder = (at: Temporal.Instant, { storeNewsAt }: ShopRow): boolean =>
  storeNewsAt !== null && Temporal.Instant.compare(at, storeNewsAt) <= 0;
