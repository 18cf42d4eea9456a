import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { StoreEventKind, Work } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";

type Deed = { shop: string; kind: StoreEventKind; actor: string; detail?: Record<string, string> };

/** An owner is told of the same thing once in this time, however often it is done. */
const SAME_NEWS_MS = 3_600_000;

/**
 * Writes down who did what, and the mail that tells the contact address, in the transaction that does it. Who stopped
 * e-mails gets none, but for the one that says so: it may have been somebody else who did.
 */
export async function saveDeed(
  { shop, kind, actor, detail = {} }: Deed,
  work: Work,
  { now, settings }: { now: Temporal.Instant; settings: Pick<ServiceSettings, "operator" | "secrets"> },
): Promise<void> {
  await work.storeEvents.add(shop, { id: randomUUID(), kind, actor, detail, at: now });
  const owner = await work.shops.find(shop);
  if (!owner?.contactEmail || (owner.mailStoppedAt && kind !== "mail-stopped")) return;
  const time = Math.floor(now.epochMilliseconds / SAME_NEWS_MS);
  const mail = {
    shop,
    purpose: "account-news" as const,
    dedupeKey: `account-news:${shop}:${kind}:${Object.values(detail).join(":")}:${time}`,
    recipient: owner.contactEmail,
    locale: owner.locale,
    content: { kind, actor, detail, at: now.toString() },
  };
  await writeMail(mail, work, { now, settings });
}
