import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { ShopRow } from "#app/ports/index.ts";
import { warningKey } from "#app/services/uninstall/handle-uninstall.server.ts";
import type { Deps, ServiceSettings } from "../deps.ts";
import { everyMessageIdOf } from "../outbox/message-id.ts";

const PAGE = 200;
/** A Message-ID of ours as providers write it into their logs, with or without its brackets. */
const OURS = /\b[0-9a-f]{40}@[\w.-]+\w/g;

type Settings = Pick<ServiceSettings, "operator" | "secrets">;
type NoteDeps = Pick<Deps, "db" | "clock"> & { settings: Settings };

/**
 * Takes over the mail provider's log after the database was put back to a backup (C10): what the log has is not sent
 * again, neither a mail that still waits here nor the warning of an uninstall that this database has yet to find. To be
 * run before the app starts; a second time it finds nothing to do.
 */
export async function noteSentMails(
  { log }: { log: string },
  deps: NoteDeps,
): Promise<{ waiting: number; warnings: number }> {
  const sent = new Set([...log.matchAll(OURS)].map(([id]) => `<${id}>`));
  return { waiting: await noteWaiting([...sent], deps), warnings: await noteWarnings(sent, deps) };
}

async function noteWaiting(sent: string[], { db, clock }: NoteDeps): Promise<number> {
  let count = 0;
  for (let from = 0; from < sent.length; from += PAGE)
    for (const mail of await db.mails.withMessageIds(sent.slice(from, from + PAGE))) {
      if (mail.state !== "pending") continue;
      await db.mails.markSent(mail.shop, mail.id, clock.now());
      count += 1;
    }
  return count;
}

/** An installed store whose warning is in the log has left since the backup; the next look finds it, and its warning sent. */
async function noteWarnings(sent: ReadonlySet<string>, { db, clock, settings }: NoteDeps): Promise<number> {
  let count = 0;
  for (let after = ""; ; ) {
    const page = await db.shopIndex.installed(after, PAGE);
    for (const shop of page) {
      const known = await db.shops.find(shop);
      // The log may be from before the key was changed.
      const messageId = known && everyMessageIdOf(warningKey(known), settings).find((id) => sent.has(id));
      if (!known?.contactEmail || !messageId) continue;
      const warning = sentWarning(known, { messageId, recipient: known.contactEmail, now: clock.now() });
      if (await db.mails.add(warning)) count += 1;
    }
    const last = page.at(-1);
    if (last === undefined) return count;
    after = last;
  }
}

type Sent = { messageId: string; recipient: string; now: Temporal.Instant };

/** What it said, and when exactly it went, this database does not know. */
function sentWarning(shop: ShopRow, { messageId, recipient, now }: Sent) {
  return {
    id: randomUUID(),
    shop: shop.shop,
    purpose: "uninstall-warning" as const,
    dedupeKey: warningKey(shop),
    messageId,
    recipient,
    locale: shop.locale,
    content: {},
    requestId: null,
    state: "sent" as const,
    attempts: 0,
    lastError: null,
    createdAt: now,
    sentAt: now,
    headers: null,
  };
}
