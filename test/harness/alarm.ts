import { Temporal } from "temporal-polyfill";
import { findStuck } from "#app/services/operations/find-stuck.server.ts";
import type { Violation } from "./invariants.ts";
import type { World } from "./world.ts";

/** Longer than anything may wait before the operator hears of it. */
const LONG_HOURS = 4;

/** I2: where an uninstall waits for its answer, or a warning for its mail server, the alarm has spoken by now. */
export async function silence({ deps, memory, now }: World): Promise<Violation[]> {
  const { webhooks, mails } = memory.rows();
  const isOld = (moment: Temporal.Instant) =>
    Temporal.Instant.compare(moment, now().subtract({ hours: LONG_HOURS })) < 0;
  const waits =
    webhooks.some(({ handledAt, receivedAt }) => handledAt === null && isOld(receivedAt)) ||
    mails.some(({ state, createdAt }) => state === "pending" && isOld(createdAt));
  return waits && (await findStuck(deps)).length === 0
    ? [{ invariant: "I2", what: "an uninstall or a mail waits and nobody is told" }]
    : [];
}

/** I2: once all work is done the alarm is silent, or nobody would believe it the next time. */
export async function falseAlarms({ deps }: World): Promise<Violation[]> {
  const stuck = await findStuck(deps);
  return stuck.map(({ key, count }) => ({
    invariant: "I2",
    what: `all is done, and ${count} ${key} are stuck`,
  }));
}
