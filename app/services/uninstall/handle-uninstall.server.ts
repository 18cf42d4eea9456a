import { Temporal } from "temporal-polyfill";
import type { ShopRow } from "#app/ports/index.ts";
import { notedClosing, unfinishedRequest } from "#app/services/account/unfinished-request.server.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { readChoices } from "./choices.ts";
import { looksAfterClosing } from "./keep-reasons.server.ts";
import { warnedRequest } from "./warned-request.server.ts";
import { warningFacts } from "./warning-facts.ts";

type Input = {
  shop: string;
  triggeredAt: Temporal.Instant | null;
  /** For a look without any hint: only Shopify's own refusal counts, not that we hold no token to ask with. */
  mustBeRefused?: boolean;
};

export type UninstallOutcome =
  | "unknown-shop"
  | "already-uninstalled"
  | "reinstalled-since"
  | "still-installed"
  | "not-confirmed"
  | "warned"
  | "no-address"
  | "known-closed"
  | "mail-stopped";

/** A page opened before the uninstall can still show a token for a minute, with Shopify's ten seconds of tolerance. */
const TOKEN_OUTLIVES_MINUTES = 2;

/**
 * An uninstall webhook is a hint. It counts when nothing newer shows the app installed and Shopify refuses our token.
 * Then, in one commit: sessions go, the impact.com token goes unless the merchant ticked "keep watching", and the one
 * warning of this install epoch is written.
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
  if (access === "no-token" && input.mustBeRefused) return "not-confirmed";
  if (access === "unknown")
    throw new Error(`Shopify could not confirm the uninstall of ${shop}; trying again.`);

  const account = await loadAccount({ shop }, deps);
  const usedElsewhere = await deps.db.shopIndex.accountUsedElsewhere(shop);
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    // Shopify was asked meanwhile: another delivery may have done this already, or the merchant may have come back.
    const current = await work.shops.find(shop);
    if (!current) return "unknown-shop";
    if (current.uninstalledAt) return "already-uninstalled";
    if (seenSince(current, input.triggeredAt)) return "reinstalled-since";
    const left = { ...current, uninstalledAt: now };
    await work.shops.save(left);
    await work.sessions.removeAll(shop);
    const choices = readChoices(await work.choices.all(shop));
    if (!choices.keepWatching) await work.connections.destroyToken(shop);
    if (account?.state === "closed") return "known-closed";
    if (left.mailStoppedAt) return "mail-stopped";
    if (!left.contactEmail) return "no-address";
    const closing = await notedClosing(shop, work);
    const request = await warnedRequest(shop, account, work);
    const isFollowed = await looksAfterClosing(left, work, now.epochMilliseconds);
    if (closing?.isProved && !isFollowed) return "known-closed";
    const isAsked = choices.remindBeforeFees || choices.keepWatching;
    const dataKept = isAsked || isFollowed || (await unfinishedRequest(shop, work)) !== null;
    const warning = {
      shop,
      purpose: "uninstall-warning" as const,
      dedupeKey: warningKey(left),
      recipient: left.contactEmail,
      locale: left.locale,
      content: warningFacts(left, account, { usedElsewhere, dataKept, closing, request }),
    };
    await writeMail(warning, work, { now, settings: deps.settings });
    return "warned";
  });
}

const seenSince = ({ lastSeenAt }: ShopRow, triggeredAt: Temporal.Instant | null): boolean =>
  triggeredAt !== null &&
  Temporal.Instant.compare(lastSeenAt, triggeredAt.add({ minutes: TOKEN_OUTLIVES_MINUTES })) > 0;

/** One warning for each time the app was installed. */
export const warningKey = ({ shop, installedAt }: Pick<ShopRow, "shop" | "installedAt">): string =>
  `uninstall-warning:${shop}:${installedAt.epochMilliseconds}`;
