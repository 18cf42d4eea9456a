import { Temporal } from "temporal-polyfill";
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
 * Full readings begin this far apart, within four hours: a night must not ask impact.com for every account at once. Of more than
 * fit, every moment of those hours gets as many as every other.
 */
const APART_SECONDS = 2;
const NIGHT_SECONDS = 4 * 60 * 60;

type RoundDeps = Pick<Deps, "db" | "clock" | "uninstallFeed" | "settings">;

/**
 * Every shop that left is tended; uninstalls and closed stores that Shopify reported elsewhere but sent no webhook for are
 * taken up; and whatever is due about closing requests is asked. Exports that waited for impact.com's next hour go on.
 */
export async function hourlySweep(
  deps: RoundDeps,
): Promise<{ left: number; reported: number; checks: number; exports: number }> {
  const tend = (shop: string): Job => ({ name: "tend-left-shop", data: { shop } });
  const left = await forEachShop((after) => deps.db.shopIndex.left(after, PAGE), tend, deps);
  const reported = await confirmReported(deps);
  const checks = await enqueueDueChecks(deps);
  return { left, reported, checks, exports: await resumeWaitingExports(deps) };
}

/**
 * Every installed shop's token is tried, which also keeps it from running out; every connected account is read in full,
 * whenever it was connected; and what is old enough goes.
 */
export async function nightlySweep(deps: RoundDeps): Promise<{ probed: number; read: number }> {
  const probe = (shop: string): Job => ({ name: "confirm-uninstall", data: { shop, triggeredAt: null } });
  const probed = await forEachShop((after) => deps.db.shopIndex.installed(after, PAGE), probe, deps);
  const readAll = (shop: string): Job => ({ name: "sync-actions", data: { shop, purpose: "nightly" } });
  const read = await forEachShop(
    (after) => deps.db.shopIndex.connected(after, PAGE),
    readAll,
    deps,
    (index) => (index * APART_SECONDS) % NIGHT_SECONDS,
  );
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
  return { probed, read };
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
  secondsUntil: (index: number) => number = () => 0,
): Promise<number> {
  let count = 0;
  for (let after = ""; ; ) {
    const page = await read(after);
    if (page.length === 0) return count;
    await db.transact(async (work) => {
      for (const [index, shop] of page.entries()) {
        const afterSeconds = secondsUntil(count + index);
        await work.enqueue(jobFor(shop), afterSeconds > 0 ? { afterSeconds } : undefined);
      }
    });
    count += page.length;
    after = page.at(-1) ?? after;
  }
}
