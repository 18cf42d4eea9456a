import { randomUUID } from "node:crypto";
import { LINK_ACTOR } from "#app/services/link-actor.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";

/** What was entered through a link, as the history and the mail name it. */
export const LINK_USES = ["note", "facts", "answers"] as const;
export type LinkUse = (typeof LINK_USES)[number];

const DAY_MS = 24 * 3_600_000;

/** Shows the owner what came by a link: a row each time, and one mail a day, which says where the rows are. */
export async function notifyOfLinkUse(
  { shop, what }: { shop: string; what: LinkUse },
  { db, clock, settings }: Pick<Deps, "db" | "clock" | "settings">,
): Promise<void> {
  const now = clock.now();
  await db.transact(async (work) => {
    const owner = await work.shops.find(shop);
    if (!owner) return;
    const event = { kind: "told-by-link" as const, actor: LINK_ACTOR, detail: { what } };
    await work.storeEvents.add(shop, { id: randomUUID(), ...event, at: now });
    if (!owner.contactEmail || owner.mailStoppedAt) return;
    const mail = {
      shop,
      purpose: "account-news" as const,
      dedupeKey: `account-news:${shop}:told-by-link:${Math.floor(now.epochMilliseconds / DAY_MS)}`,
      recipient: owner.contactEmail,
      locale: owner.locale,
      content: { ...event, at: now.toString() },
    };
    await writeMail(mail, work, { now, settings });
  });
}
