import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { isShopDomain } from "../shop-domain.ts";

/** One new link a shop and hour is enough; more would make us a way to flood a mailbox. */
const WINDOW_MS = 3_600_000;
/** Whoever needs more than these in a day finds one of them, each of which works for weeks, or the steps without us. */
const MOST_A_DAY = 5;

/**
 * Takes the wish for a new link. Whether there is such a shop is looked up later, in the background: neither the answer
 * nor the time it takes tells anybody who uses the app.
 */
export async function requestNewLink(input: { shop: string }, { db }: Pick<Deps, "db">): Promise<void> {
  if (!isShopDomain(input.shop)) return;
  await db.transact((work) => work.enqueue({ name: "send-new-link", data: input }));
}

/** Writes the mail with a new link to the address on file, if the shop is one that left or stopped: five in 24 hours at most. */
export async function sendNewLink(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<"written" | "written-before" | "enough" | "nobody"> {
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop?.contactEmail) return "nobody";
    if (!shop.uninstalledAt && shop.storeStop === null) return "nobody";
    const dedupeKey = `new-link:${input.shop}:${Math.floor(now.epochMilliseconds / WINDOW_MS)}`;
    const since = now.subtract({ hours: 24 });
    if ((await work.mails.countSince(input.shop, "new-link", since)) >= MOST_A_DAY) return "enough";
    const mail = {
      shop: input.shop,
      purpose: "new-link" as const,
      dedupeKey,
      recipient: shop.contactEmail,
      locale: shop.locale,
      content: {},
    };
    const isNew = await writeMail(mail, work, { now, settings: deps.settings });
    return isNew ? "written" : "written-before";
  });
}
