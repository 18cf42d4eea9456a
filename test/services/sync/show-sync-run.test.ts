import { expect, it } from "vitest";
import { showSyncRun } from "#app/services/sync/show-sync-run.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();

async function aSyncRun({ isFinished = false } = {}) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  const connection = aConnection({ shop });
  await deps.db.connections.save(connection);
  const key = { shop, accountSid: connection.accountSid };
  const now = deps.clock.now();
  const state = { run: 1, kind: "first" as const, startedAt: now, currency: "USD", fullAt: null };
  await deps.db.syncs.save(key, {
    ...state,
    finishedAt: isFinished ? now : null,
    completedAt: isFinished ? now : null,
  });
  return { deps, look: () => showSyncRun({ shop }, deps) };
}

it("tells a reading that goes on from one that is through", async () => {
  expect((await (await aSyncRun()).look()).stage).toBe("reading");
  expect((await (await aSyncRun({ isFinished: true })).look()).stage).toBe("idle");
});

it("says of a reading whose last try failed that it stopped, never that it goes on", async () => {
  const { deps, look } = await aSyncRun();
  const failure = { outcome: "unavailable", reason: "timeout" } as const;
  await deps.db.snapshots.saveFailure(shop, "Actions", failure, deps.clock.now());
  expect((await look()).stage).toBe("stopped");
});

it("waits for nothing where no account is connected", async () => {
  const deps = createFakeDeps();
  expect(await showSyncRun({ shop }, deps)).toEqual({ stage: "idle", done: 0, planned: 0 });
});

it("waits for nothing where the token is gone, whatever was begun: after a reinstall nobody reads on", async () => {
  const { deps, look } = await aSyncRun();
  await deps.db.connections.destroyToken(shop);
  expect((await look()).stage).toBe("idle");
});
