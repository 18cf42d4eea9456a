import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.server.ts";
import { isShopDomain } from "../uninstall/webhook-shapes.ts";

/** One new link a shop and hour is enough; more would make us a way to flood a mailbox. */
const WINDOW_MS = 3_600_000;

/**
 * Sends a new link to the address on file. The answer is the same whether or not there is such a shop, so that nobody
 * learns from it who uses the app.
 */
export async function requestNewLink(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<void> {
  if (!isShopDomain(input.shop)) return;
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop?.contactEmail || !shop.uninstalledAt) return;
    const dedupeKey = `new-link:${input.shop}:${Math.floor(now.epochMilliseconds / WINDOW_MS)}`;
    const mail = {
      shop: input.shop,
      purpose: "new-link" as const,
      dedupeKey,
      recipient: shop.contactEmail,
      locale: shop.locale,
      content: {},
    };
    await writeMail(mail, work, { now, settings: deps.settings });
  });
}
