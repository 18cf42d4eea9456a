import { Temporal } from "temporal-polyfill";
import { shareOf } from "#app/domain/index.ts";
import type { Job, RelationEvent } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { resumeWaitingExports } from "../exports/resume-exports.server.ts";
import { enqueueDueChecks } from "../requests/check-requests.server.ts";
import { noteStoreNews } from "../uninstall/note-store-news.server.ts";

const PAGE = 200;

/** Shopify tells its partners of an uninstall within minutes; two days back cover a long outage of ours. */
const FEED_HOURS = 48;
/** Times in days; docs/retention.md says why. */
const KEEP_WEBHOOKS = 90;
const KEEP_ENDED_LINKS = 30;
const KEEP_ENDED_CODES = 1;
const KEEP_INVOICE_FILES = 400;
const KEEP_RECORDS = 3 * 365;
/** Suppressions after their end, and failures that came alone. */
const KEEP_SOFT_FAILURES = 30;
const KEEP_CLOSING_STATE = 90;
const KEEP_EVENTS = 30;
const KEEP_ALERTS = 90;
/** Longer than the tries of a delivery take; after that nobody must wait for a mailbox to erase a shop whole. */
const KEEP_LAST_MAILS = 7;

/**
 * Of stores that left so many a second are looked after, as far as the hour reaches; each at its own moment of it, so that
 * neither the hour nor the 1st of a month begins with all of them.
 */
const LEFT_A_SECOND = 20;
const HOUR_SECONDS = 50 * 60;

type RoundDeps = Pick<Deps, "db" | "clock" | "uninstallFeed" | "settings">;

/**
 * Every shop that left is tended; uninstalls and closed stores that Shopify reported elsewhere but sent no webhook for are
 * taken up; and whatever is due about closing requests is asked. Exports that waited for impact.com's next hour go on.
 */
export async function hourlySweep(
  deps: RoundDeps,
): Promise<{ left: number; reported: number; checks: number; exports: number }> {
  const tend = (shop: string): Job => ({ name: "tend-left-shop", data: { shop } });
  const window = Math.min(HOUR_SECONDS, Math.floor((await deps.db.shopIndex.countLeft()) / LEFT_A_SECOND));
  const left = await forEachShop((after) => deps.db.shopIndex.left(after, PAGE), tend, deps, window);
  const reported = await confirmReported(deps);
  const checks = await enqueueDueChecks(deps);
  return { left, reported, checks, exports: await resumeWaitingExports(deps) };
}

/** What is old enough goes. */
export async function nightlySweep(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  const daysAgo = (days: number) => deps.clock.now().subtract({ hours: days * 24 });
  await deps.db.erasure.prune({
    handledBefore: daysAgo(KEEP_WEBHOOKS),
    linksEndedBefore: daysAgo(KEEP_ENDED_LINKS),
    codesEndedBefore: daysAgo(KEEP_ENDED_CODES),
    recordsBefore: daysAgo(KEEP_RECORDS),
    softFailuresBefore: daysAgo(KEEP_SOFT_FAILURES),
    closingStateBefore: daysAgo(KEEP_CLOSING_STATE),
    eventsBefore: daysAgo(KEEP_EVENTS),
    alertsBefore: daysAgo(KEEP_ALERTS),
    lastMailsBefore: daysAgo(KEEP_LAST_MAILS),
    callHoursEndedBefore: daysAgo(1),
  });
  await deps.db.exports.removeExpired(deps.clock.now());
  await deps.db.invoiceFiles.removeFetchedBefore(daysAgo(KEEP_INVOICE_FILES));
}

async function confirmReported(deps: RoundDeps): Promise<number> {
  const { db, clock, uninstallFeed } = deps;
  const events = (await uninstallFeed?.since(clock.now().subtract({ hours: FEED_HOURS }))) ?? [];
  let reported = 0;
  // The oldest first: what came last is what holds.
  for (const { shop, occurredAt, kind } of events.toSorted(byTime)) {
    const known = await db.shops.find(shop);
    if (known === null || known.uninstalledAt !== null) continue;
    if (kind === "uninstalled") {
      const data = { shop, triggeredAt: occurredAt.toString() };
      await db.transact((work) => work.enqueue({ name: "confirm-uninstall", data }));
      reported += 1;
      continue;
    }
    // Whether a store that is no longer billed was frozen or closed, only its webhook tells.
    const stop = kind === "reactivated" ? null : (known.storeStop ?? "closed");
    const outcome = await noteStoreNews({ shop, stop, at: occurredAt }, deps);
    if (outcome !== "old-news") reported += 1;
  }
  return reported;
}

const byTime = (one: RelationEvent, other: RelationEvent): number =>
  Temporal.Instant.compare(one.occurredAt, other.occurredAt);

/** One transaction a page, so that a million shops are no single one. */
async function forEachShop(
  read: (after: string) => Promise<string[]>,
  jobFor: (shop: string) => Job,
  { db }: Pick<Deps, "db">,
  window: number,
): Promise<number> {
  let count = 0;
  for (let after = ""; ; ) {
    const page = await read(after);
    if (page.length === 0) return count;
    await db.transact(async (work) => {
      for (const shop of page) {
        const afterSeconds = shareOf(shop, window);
        await work.enqueue(jobFor(shop), afterSeconds > 0 ? { afterSeconds } : undefined);
      }
    });
    count += page.length;
    after = page.at(-1) ?? after;
  }
}
