import { afterEach, describe, expect, it, vi } from "vitest";
import { disconnectAccount } from "#app/services/connection/disconnect-account.server.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { syncInBackground } from "#app/services/sync/sync-in-background.server.ts";
import { aMerchant, anItem, key, shop } from "./a-merchant.ts";

/** A merchant with a live token and one action. */
async function aReader() {
  const { deps, impact } = await aMerchant([anItem()]);
  const connection = await deps.db.connections.find(shop);
  if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
  return { deps, impact };
}

/** The time somebody waits, or a job has, is over before the first page. */
const outOfTime = () => vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
afterEach(() => {
  vi.restoreAllMocks();
});

describe("an account that is disconnected while it is read", () => {
  it("is not connected, whoever read it, and nothing of it is kept", async () => {
    for (const read of [
      async (deps: Awaited<ReturnType<typeof aReader>>["deps"]) => refreshFacts({ shop }, deps),
      async (deps: Awaited<ReturnType<typeof aReader>>["deps"]) =>
        (await syncInBackground({ shop, purpose: "nightly" }, deps)).outcome,
    ]) {
      const { deps, impact } = await aReader();
      const { readPrograms } = impact;
      impact.readPrograms = async (who) => {
        await disconnectAccount({ shop, actor: "staff-1" }, deps);
        return readPrograms(who);
      };
      expect(await read(deps)).toBe("not-connected");
      expect((await deps.db.snapshots.all(shop)).map(({ resource }) => resource)).not.toContain("Campaigns");
      expect(await deps.db.actions.all(key)).toEqual([]);
      expect(deps.db.jobs).toEqual([]);
    }
  });

  it("is told from a fault, which goes to whoever asked", async () => {
    const { deps, impact } = await aReader();
    impact.readPrograms = () => Promise.reject(new Error("a fault"));
    await expect(refreshFacts({ shop }, deps)).rejects.toThrow("a fault");
  });

  it("is not asked at all once the token is gone", async () => {
    const { deps, impact } = await aReader();
    await deps.db.connections.destroyToken(shop);
    impact.readCompany = () => Promise.reject(new Error("impact.com was asked"));
    expect(await refreshFacts({ shop }, deps)).toBe("not-connected");
    await deps.db.connections.remove(shop);
    expect(await refreshFacts({ shop }, deps)).toBe("not-connected");
    expect(await syncInBackground({ shop, purpose: "continue" }, deps)).toEqual({ outcome: "not-connected" });
  });
});

describe("a reading that needs more time than there is", () => {
  it("goes on in the background, behind a page somebody waits for", async () => {
    const { deps } = await aReader();
    outOfTime();
    expect(await refreshFacts({ shop }, deps)).toBe("refreshed");
    expect(deps.db.jobs).toEqual([{ name: "sync-actions", data: { shop, purpose: "continue" } }]);
    expect(await deps.db.syncs.find(key)).toMatchObject({ run: 1, finishedAt: null });
    vi.restoreAllMocks();
    expect(await syncInBackground({ shop, purpose: "continue" }, deps)).toEqual({ outcome: "complete" });
    expect(await deps.db.actions.all(key)).toMatchObject([{ id: "1" }]);
  });

  it("goes on at once in another job when a job's share is used up, for the same purpose", async () => {
    const { deps } = await aReader();
    outOfTime();
    expect(await syncInBackground({ shop, purpose: "nightly" }, deps)).toEqual({ outcome: "goes-on" });
    expect(deps.db.jobs).toEqual([{ name: "sync-actions", data: { shop, purpose: "nightly" } }]);
    expect(deps.db.delays).toEqual([0]);
  });

  it("plans no job when everything was read", async () => {
    const { deps } = await aReader();
    expect(await refreshFacts({ shop }, deps)).toBe("refreshed");
    expect(deps.db.jobs).toEqual([]);
  });
});
