import { Temporal } from "temporal-polyfill";
import { catchUpSeconds, nextNight, shareOf } from "#app/domain/index.ts";
import type { DueNight, Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** One transaction each, so that a million stores are no single one and a crash loses none that was begun. */
const BATCH = 200;
/** The round comes every hour and lays out the nights that begin until the next one, and a little beyond. */
const AHEAD_MINUTES = 65;
/** A night that was missed is not made up for right before the next one. */
const BEFORE_NEXT_HOURS = 1;

type NightDeps = Pick<Deps, "db" | "clock">;

/**
 * Begins the night of every installed store whose moment comes within the hour, and of every one that missed its own,
 * spread over hours when they are many. In a night the store's token is tried, which also keeps it from running out, and a
 * connected account is read in full. What the account's calls do not allow waits in the reading itself.
 */
export async function beginNights({ db, clock }: NightDeps): Promise<{ probed: number; read: number }> {
  const now = clock.now();
  const until = now.add({ minutes: AHEAD_MINUTES });
  const window = catchUpSeconds(await db.shopIndex.countNights(now));
  let probed = 0;
  let read = 0;
  for (;;) {
    const due = await db.shopIndex.dueNights(until, BATCH);
    if (due.length === 0) return { probed, read };
    const planned = due.map((night) => ({ ...night, ...planOf(night, now, window) }));
    const begun = await db.transact(async (work) => {
      const taken = new Set(await work.shopIndex.setNights(planned));
      const own = planned.filter(({ shop }) => taken.has(shop));
      for (const night of own) await begin(night, work);
      return own;
    });
    probed += begun.length;
    read += begun.filter(({ connected }) => connected).length;
  }
}

/** When the night's work begins and when the next night is. */
function planOf({ shop, timeZone, nightAt }: DueNight, now: Temporal.Instant, window: number) {
  const isMissed = nightAt === null || Temporal.Instant.compare(nightAt, now) <= 0;
  if (!isMissed)
    return {
      afterSeconds: Math.ceil(nightAt.since(now).total("seconds")),
      next: nextNight(shop, timeZone, nightAt),
    };
  return {
    afterSeconds: shareOf(shop, window),
    next: nextNight(shop, timeZone, now.add({ hours: BEFORE_NEXT_HOURS })),
  };
}

async function begin(
  { shop, connected, afterSeconds }: { shop: string; connected: boolean; afterSeconds: number },
  work: Work,
): Promise<void> {
  const later = afterSeconds > 0 ? { afterSeconds } : undefined;
  await work.enqueue({ name: "confirm-uninstall", data: { shop, triggeredAt: null } }, later);
  if (connected) await work.enqueue({ name: "sync-actions", data: { shop, purpose: "nightly" } }, later);
}
