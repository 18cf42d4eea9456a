import type { Database } from "#app/ports/index.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";
import type { Deps } from "../deps.ts";

export type Who = { by: "link" | "staff"; name: string | null };

/** Shopify is asked again after this time, in case somebody's name has changed. */
const NAME_DAYS = 30;

/** A way to say who stands behind the actors of a store's rows. */
export async function whoIn(shop: string, db: Pick<Database, "staffNames">): Promise<(actor: string) => Who> {
  const names = new Map((await db.staffNames.all(shop)).map(({ actor, name }) => [actor, name]));
  return (actor) =>
    actor === LINK_ACTOR ? { by: "link", name: null } : { by: "staff", name: names.get(actor) ?? null };
}

/** Learns the name of who is about to do something others must be able to see. Without an answer the number has to do. */
export async function learnName(
  { shop, actor, sessionToken }: { shop: string; actor: string; sessionToken: string },
  { db, clock, staff }: Pick<Deps, "db" | "clock" | "staff">,
): Promise<void> {
  const now = clock.now();
  const known = (await db.staffNames.all(shop)).find((each) => each.actor === actor);
  if (known && now.since(known.seenAt).total("hours") < NAME_DAYS * 24) return;
  const name = await staff.nameOf({ shop, sessionToken });
  if (name !== null) await db.staffNames.save(shop, { actor, name, seenAt: now });
}
