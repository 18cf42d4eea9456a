import type { Deps } from "../deps.ts";

/** No more e-mails to this shop, at once. Doing it twice is the same as once. */
export async function stopMail(input: { shop: string }, deps: Pick<Deps, "db" | "clock">): Promise<void> {
  await deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop || shop.mailStoppedAt) return;
    await work.shops.save({ ...shop, mailStoppedAt: deps.clock.now() });
  });
}

/** What the page with the stop button shows; null of a shop nobody knows any more. */
export async function showMailStop(
  input: { shop: string },
  { db }: Pick<Deps, "db">,
): Promise<{ shop: string; shopName: string; locale: string; stopped: boolean } | null> {
  const known = await db.shops.find(input.shop);
  if (!known) return null;
  const { shop, name: shopName, locale, mailStoppedAt } = known;
  return { shop, shopName, locale, stopped: mailStoppedAt !== null };
}
