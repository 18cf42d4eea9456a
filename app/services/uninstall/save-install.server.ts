import { addressKey, afterNews, oneMailbox } from "#app/domain/index.ts";
import type { ShopProfile } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { addressMac } from "../outbox/suppression.server.ts";

type Input = { shop: string; profile: ShopProfile };

/**
 * Records what must be known after an uninstall, when the shop can no longer be asked. Shopify runs this at every
 * token exchange, about hourly; only a first install or a reinstall begins a new install epoch. With a reinstall, and when
 * mails begin to go to another address, the links of the mails before end: whoever has those is not who is there now. A
 * reinstall also ends "no more e-mails", which was said of the time before.
 */
export async function saveInstall(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<"new" | "known"> {
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    const known = await work.shops.find(input.shop);
    const running = known !== null && known.uninstalledAt === null;
    // Whoever comes back is found as they left: an order to erase of the time before no longer holds.
    await work.erasuresDue.remove(input.shop);
    // A field may hold several addresses; mail goes to one box.
    const contactEmail = oneMailbox(input.profile.email ?? "") ?? known?.contactEmail ?? null;
    const isOther = known?.contactEmail ? !isSame(known.contactEmail, contactEmail) : false;
    if (known && (!running || isOther)) await work.links.revokeAll(input.shop, now);
    if (known?.contactEmail && isOther) {
      // Who puts a new address in place of one that bounced, and comes back to it, has mended it. A complaint stays.
      const places = { settings: deps.settings, store: work.suppressions };
      const mac = await addressMac(known.contactEmail, places);
      await work.suppressions.save(mac, afterNews(await work.suppressions.find(mac), "delivered", now));
    }
    await work.shops.save({
      shop: input.shop,
      shopifyId: input.profile.shopifyId,
      name: input.profile.name,
      contactEmail,
      locale: known?.locale ?? "en",
      timeZone: input.profile.timeZone,
      currency: input.profile.currency,
      installedAt: running ? known.installedAt : now,
      uninstalledAt: null,
      lastSeenAt: now,
      mailStoppedAt: running ? known.mailStoppedAt : null,
    });
    return running ? "known" : "new";
  });
}

const isSame = (one: string, other: string | null): boolean =>
  other !== null && (one === other || addressKey(one) === addressKey(other));
