import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "#scripts/prepare.ts";
import { startExitRounds } from "#test/harness/faults/exit-rounds.ts";
import { EXIT_STEPS } from "#test/harness/faults/exit-steps.ts";

// The short version of `npm run faults:exit -- --seeds 100`: each round starts the app anew.
describe("kill -9 of web and worker after an uninstall, on a real PostgreSQL", () => {
  let rounds: Awaited<ReturnType<typeof startExitRounds>>;
  beforeAll(async () => {
    if (!existsSync("build/server/index.js")) buildApp();
    rounds = await startExitRounds();
  });
  afterAll(() => rounds.stop());

  it.each([
    { step: "after-store", id: "C2" },
    { step: "after-send", id: "C4" },
  ] as const)("$step leaves one warning, no token and no session ($id)", async ({ step }) => {
    const { deaths, copies, problems } = await rounds.round(EXIT_STEPS.indexOf(step));
    expect(problems).toEqual([]);
    expect(deaths).toContain(step);
    expect(copies).toBeGreaterThanOrEqual(step === "after-send" ? 2 : 1);
  });
});
