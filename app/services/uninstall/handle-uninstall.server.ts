import { Temporal } from "temporal-polyfill";
import type { ShopRecord } from "#app/ports/index.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.server.ts";
import { warningFacts } from "./warning-facts.ts";

type Input = { shop: string; triggeredAt: Temporal.Instant | null };

export type UninstallOutcome =
  | "unknown-shop"
  | "already-uninstalled"
  | "reinstalled-since"
  | "still-installed"
  | "warned"
  | "no-address"
  | "known-closed"
  | "mail-stopped";

/** A page opened before the uninstall can still show a token for a minute, with Shopify's ten seconds of tolerance. */
const TOKEN_OUTLIVES_MINUTES = 2;

/**
 * An uninstall webhook is a hint. It counts when nothing newer shows the app installed and Shopify refuses our token.
 * Then, in one commit: sessions and the impact.com token go, and the one warning of this install epoch is written.
 * Throws when Shopify could not be asked, so that the job comes back.
 */
export async function handleUninstall(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "access" | "settings">,
): Promise<UninstallOutcome> {
  const { shop } = input;
  const known = await deps.db.shops.find(shop);
  if (!known) return "unknown-shop";
  if (known.uninstalledAt) return "already-uninstalled";
  if (seenSince(known, input.triggeredAt)) return "reinstalled-since";
  const access = await deps.access.probe(shop);
  if (access === "live") return "still-installed";
  if (access === "unknown")
    throw new Error(`Shopify could not confirm the uninstall of ${shop}; trying again.`);

  const account = await loadAccount({ shop }, deps);
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    // Shopify was asked meanwhile: another delivery may have done this already, or the merchant may have come back.
    const current = await work.shops.find(shop);
    if (!current) return "unknown-shop";
    if (current.uninstalledAt) return "already-uninstalled";
    if (seenSince(current, input.triggeredAt)) return "reinstalled-since";
    await work.shops.save({ ...current, uninstalledAt: now });
    await work.sessions.removeAll(shop);
    await work.connections.destroyToken(shop);
    if (account?.state === "closed") return "known-closed";
    if (known.mailStoppedAt) return "mail-stopped";
    if (!known.contactEmail) return "no-address";
    const warning = {
      shop,
      purpose: "uninstall-warning" as const,
      dedupeKey: `uninstall-warning:${shop}:${known.installedAt.epochMilliseconds}`,
      recipient: known.contactEmail,
      locale: known.locale,
      content: warningFacts(known, account),
    };
    await writeMail(warning, work, { now, settings: deps.settings });
    return "warned";
  });
}

const seenSince = ({ lastSeenAt }: ShopRecord, triggeredAt: Temporal.Instant | null): boolean =>
  triggeredAt !== null &&
  Temporal.Instant.compare(lastSeenAt, triggeredAt.add({ minutes: TOKEN_OUTLIVES_MINUTES })) > 0;
