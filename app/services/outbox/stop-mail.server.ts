import type { Deps } from "../deps.ts";

/** No more e-mails to this shop, at once. Doing it twice is the same as once. */
export async function stopMail(input: { shop: string }, deps: Pick<Deps, "db" | "clock">): Promise<void> {
  await deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop || shop.mailStoppedAt) return;
    await work.shops.save({ ...shop, mailStoppedAt: deps.clock.now() });
  });
}
