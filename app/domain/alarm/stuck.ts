import type { Temporal } from "temporal-polyfill";

/** What waits in the database for the app to do something about it. */
export const WAITING_KINDS = ["webhooks", "mails", "tickets", "tokens", "left-stores"] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/**
 * Minutes after which waiting is no longer the ordinary course of things.
 * - webhooks, tokens: a key is promised to be gone five minutes after the uninstall (experience.md K5).
 * - mails: grey listing and a provider's bad half hour pass by themselves.
 * - tickets: each tells of itself after an hour; this finds those nobody even tries.
 * - left-stores: they are looked after every hour (reminders, erasures); two rounds may fail.
 */
const PATIENCE_MINUTES: Record<WaitingKind, number> = {
  webhooks: 5,
  mails: 60,
  tickets: 180,
  tokens: 5,
  "left-stores": 180,
};

/** A job that died longer ago was told of, and what its row still waits for is counted there. */
export const DEAD_JOB_HOURS = 24;

/** For each kind the moment since when whatever waits is stuck. */
export function stuckSince(now: Temporal.Instant): Record<WaitingKind, Temporal.Instant> {
  const ago = (kind: WaitingKind) => now.subtract({ minutes: PATIENCE_MINUTES[kind] });
  return {
    webhooks: ago("webhooks"),
    mails: ago("mails"),
    tickets: ago("tickets"),
    tokens: ago("tokens"),
    "left-stores": ago("left-stores"),
  };
}

/** How many rows of a kind wait for longer than they should, and since when the oldest of them does. */
export type Waiting = { kind: WaitingKind; count: number; oldest: Temporal.Instant | null };
/** Jobs of one name that used up their tries. */
export type DeadJobs = { job: string; count: number };

/** Something a person has to look at; `key` names it, the same on every look. */
export type Stuck = { key: string; kind: WaitingKind | "jobs"; job: string | null } & Omit<Waiting, "kind">;

/** What is stuck, in the order of the kinds, dead jobs last; nothing when all is well. */
export function stuckOf(waiting: readonly Waiting[], dead: readonly DeadJobs[]): Stuck[] {
  const rows = WAITING_KINDS.flatMap((kind) => waiting.filter((each) => each.kind === kind));
  return [
    ...rows.map((row): Stuck => ({ key: row.kind, job: null, ...row })),
    ...dead.map(({ job, count }): Stuck => ({ key: `jobs:${job}`, kind: "jobs", job, count, oldest: null })),
  ].filter(({ count }) => count > 0);
}
