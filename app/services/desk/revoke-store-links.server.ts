import type { Deps } from "../deps.ts";
import { revokeLinks } from "../exit/revoke-links.server.ts";
import { type By, noteDeed } from "./deed.ts";

/** Ends every link of one store, as when its mailbox fell into other hands. */
export const revokeStoreLinks = (
  { shop, by }: { shop: string; by: By },
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<"revoked" | "unknown-shop"> =>
  db.transact(async (work) => {
    const outcome = await revokeLinks({ shop }, work, clock.now());
    if (outcome === "revoked") await noteDeed({ shop, verb: "revoke-links", by }, work, clock.now());
    return outcome;
  });
