import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS } from "#test/harness/faults/steps.ts";
import { startRounds } from "#test/harness/faults/ticket-rounds.ts";
import { layReadyDatabase } from "#test/ready-database.ts";

// The short version of `npm run faults:tickets -- --seeds 200`: one death at least at every step of sending.
describe.each(["smtp", "freshdesk"] as const)("kill -9 on the way to the help desk over %s", (channel) => {
  let rounds: Awaited<ReturnType<typeof startRounds>>;
  beforeAll(async () => {
    rounds = await startRounds(channel, layReadyDatabase);
  });
  afterAll(() => rounds.stop());

  it.each(
    STEPS.map((step, seed) => ({ step, seed })).filter(
      ({ step }, at) => (at % 2 === 0) === (channel === "smtp") && step !== "any-time",
    ),
  )("leaves one ticket and the right state after a death $step", async ({ seed }) => {
    const { deaths, problems } = await rounds.round(seed);
    expect(problems).toEqual([]);
    expect(deaths.length).toBeGreaterThan(0);
  });
});
