import { expect, it } from "vitest";
import { showBackgroundWork } from "#app/services/watch/show-background-work.server.ts";
import { aConnection, aShop } from "#test/factories/records.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();

async function aReading({ isFinished = false } = {}) {
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
  return { deps, look: () => showBackgroundWork({ shop, what: "reading" }, deps) };
}

it("tells a reading that goes on from one that is through", async () => {
  expect((await (await aReading()).look()).stage).toBe("reading");
  expect((await (await aReading({ isFinished: true })).look()).stage).toBe("idle");
});

it("says of a reading whose last try failed that it stopped, never that it goes on", async () => {
  const { deps, look } = await aReading();
  const failure = { outcome: "unavailable", reason: "timeout" } as const;
  await deps.db.snapshots.recordFailure(shop, "Actions", failure, deps.clock.now());
  expect((await look()).stage).toBe("stopped");
});

it("knows nothing of what the store does not have", async () => {
  const { deps } = await aReading();
  const none = { stage: "none", done: 0, planned: 0 };
  expect(await showBackgroundWork({ shop, what: "export" }, deps)).toEqual(none);
  const asked = { shop, what: "request", reference: "SET-NONE-NONE" } as const;
  expect(await showBackgroundWork(asked, deps)).toEqual(none);
});
