import { describe, expect, it } from "vitest";
import { JOB_CATALOG } from "#app/adapters/queue/catalog.server.ts";

const DAY_SECONDS = 24 * 3_600;

/** The shortest time its tries can take: chance halves each doubled pause at most (pg-boss, "retryBackoff"). */
function shortestSeconds({
  retryLimit,
  retryDelay,
  retryDelayMax,
}: (typeof JOB_CATALOG)["deliver-mail"]["retry"]) {
  let seconds = 0;
  for (let tries = 1; tries <= retryLimit; tries += 1)
    seconds += Math.min(retryDelayMax, (retryDelay * 2 ** Math.min(16, tries)) / 2);
  return seconds;
}

describe("the catalog of jobs", () => {
  it.each(["deliver-mail", "handle-webhook"] as const)(
    "tries %s for longer than a provider's outage of a day",
    (name) => {
      expect(shortestSeconds(JOB_CATALOG[name].retry)).toBeGreaterThan(2 * DAY_SECONDS);
    },
  );

  it("backs off with every job, so that none hammers what is down", () => {
    for (const [name, { retry }] of Object.entries(JOB_CATALOG))
      expect([name, retry.retryBackoff, retry.retryDelayMax >= 600]).toEqual([name, true, true]);
  });
});
