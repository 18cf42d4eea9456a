import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { ErasureCause, ShopRow, Work } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { currentPseudonym } from "../pseudonym.ts";

type Input = { shop: ShopRow; cause: ErasureCause; notify: boolean };

/**
 * Erases everything of a shop and leaves a record without a name. With `tell`, one last mail says so; its row goes
 * when it was sent.
 */
export async function eraseShop(
  { shop, cause, notify }: Input,
  work: Work,
  { now, settings }: { now: Temporal.Instant; settings: ServiceSettings },
): Promise<void> {
  const erased = await work.erasure.eraseShop(shop.shop);
  const shopMac = await currentPseudonym("shop", shop.shop, {
    settings: settings,
    store: work.deletions,
  });
  await work.deletions.add({ id: randomUUID(), shopMac, cause, erased, erasedAt: now });
  if (!notify || !shop.contactEmail || shop.mailStoppedAt) return;
  const mail = {
    shop: shop.shop,
    purpose: "final" as const,
    dedupeKey: `final:${shop.shop}:${now.epochMilliseconds}`,
    recipient: shop.contactEmail,
    locale: shop.locale,
    content: { shopName: shop.name, cause },
  };
  await writeMail(mail, work, { now, settings });
}
