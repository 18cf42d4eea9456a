import { expect, it } from "vitest";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { checkTask } from "#app/services/watch/check-task.server.ts";
import { showProgress } from "#app/services/watch/show-progress.server.ts";
import { watchShop } from "#app/services/watch/watch-shop.server.ts";
import { aConnection, NAMED_ONLY } from "#test/factories/rows.ts";
import { shop } from "../sync/a-merchant.ts";
import { aWatched } from "./a-watched.ts";

const who = { shop, actor: "staff-1" };
const undoneBy = async (watched: Awaited<ReturnType<typeof aWatched>>) => {
  const { deps, contract, impact } = watched;
  contract("ACTIVE");
  const read = await impact.readContracts({ accountSid: "", authToken: "", timeZone: "UTC" }, []);
  if (read.outcome !== "read") throw new Error(read.outcome);
  await deps.db.snapshots.saveRead(shop, "Contracts", read.value, deps.clock.now());
  return watchShop({ shop }, deps);
};

it("says what the look found: the tasks that came undone, and whether the next fee is another one", async () => {
  const watched = await aWatched();
  expect(await watchShop({ shop }, watched.deps)).toEqual({ reopened: [], chargeChanged: false });
  expect(await undoneBy(watched)).toEqual({ reopened: ["expire-contracts"], chargeChanged: false });
  expect(await watchShop({ shop: "nobody.myshopify.com" }, watched.deps)).toEqual({
    reopened: [],
    chargeChanged: false,
  });
});

it("has a note for impact.com once a request is under way and something came undone", async () => {
  const watched = await aWatched();
  const { deps } = watched;
  expect(await showProgress(who, deps)).toMatchObject({ reopened: [], note: null });
  const accounts = [(await deps.db.connections.find(shop))?.accountSid ?? ""];
  const text = { subject: "Please close account IRone", body: "Please close it.", reason: null };
  await handOver({ ...who, route: "starter-ticket", openItems: [], ...NAMED_ONLY, accounts, ...text }, deps);
  expect((await showProgress(who, deps)).note).toBeNull();
  await undoneBy(watched);
  const { reopened, note } = await showProgress(who, deps);
  expect(reopened.map(({ task }) => task)).toEqual(["expire-contracts"]);
  expect(note).toContain("Contract S-777 with Acme Blog is active.");
  expect(note).toContain(deps.db.rows().closingRequests[0]?.reference ?? "no reference");
});

it("has no note while no request is under way, whatever came undone", async () => {
  const watched = await aWatched();
  await undoneBy(watched);
  const { reopened, note } = await showProgress(who, watched.deps);
  expect([reopened.length, note]).toEqual([1, null]);
});

it("forgets what it watched of an account that is closed, gone or another one", async () => {
  const { deps } = await aWatched();
  const kept = () => deps.db.taskWatches.all(shop);
  expect(await kept()).not.toEqual([]);
  const program = { id: "1", name: "Acme", state: "DEACTIVATED" };
  await deps.db.snapshots.saveRead(shop, "Campaigns", [program], deps.clock.now());
  expect(await watchShop({ shop }, deps)).toMatchObject({ reopened: [] });
  expect(await kept()).toEqual([]);

  const other = await aWatched();
  await other.deps.db.connections.save(aConnection({ shop, accountSid: "IRanother" }));
  await watchShop({ shop }, other.deps);
  expect((await other.deps.db.taskWatches.all(shop)).map(({ accountSid }) => accountSid)).not.toContain(
    "IRone",
  );

  const gone = await aWatched();
  await gone.deps.db.connections.remove(shop);
  await watchShop({ shop }, gone.deps);
  expect(await gone.deps.db.taskWatches.all(shop)).toEqual([]);
});

it("checks no task of an account that is not connected, or is an agency's", async () => {
  const { deps } = await aWatched();
  const check = () => checkTask({ shop, task: "expire-contracts" }, deps);
  expect(await check()).toEqual({ outcome: "checked" });
  const known = await deps.db.connections.find(shop);
  if (known) await deps.db.connections.save({ ...known, kind: "agency" });
  expect(await check()).toEqual({ outcome: "not-connected" });
  if (known) await deps.db.connections.save({ ...known, sealedToken: null });
  expect(await check()).toEqual({ outcome: "not-connected" });
  await deps.db.connections.remove(shop);
  expect(await check()).toEqual({ outcome: "not-connected" });
});
