import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "#scripts/prepare.ts";
import { startFailoverRounds } from "#test/harness/faults/failover-rounds.ts";

// The short version of `npm run faults:failover`: its seed 2.
describe("two instances whose PostgreSQL is killed and recovers (C7)", () => {
  let rounds: Awaited<ReturnType<typeof startFailoverRounds>>;
  beforeAll(async () => {
    if (!existsSync("build/server/index.js")) buildApp();
    rounds = await startFailoverRounds({ awayMs: 0 });
  });
  afterAll(() => rounds.stop());

  it("say 503 meanwhile, store nothing by half, and warn once after Shopify's retry", async () => {
    const { manner, step, copies, problems } = await rounds.round(2);
    expect(problems).toEqual([]);
    expect([manner, step, copies]).toEqual(["killed", "before-uninstall", 1]);
  });
});
