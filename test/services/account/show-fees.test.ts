import { expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { showKnownLedger } from "#app/services/account/show-ledger.server.ts";
import { date } from "#test/factories/account.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser, STARTER } from "../closing/a-closer.ts";
import { anItem, key, shop } from "../sync/a-merchant.ts";

it("shows the fees to come, and beside them what is tried out on the account's own day", async () => {
  const { deps } = await aCloser({ items: [] });
  const plain = await showFees({ shop, months: 3 }, deps);
  expect([plain?.preview?.months.length, plain?.whatIf]).toEqual([3, null]);
  expect(plain?.standing?.fee.next?.date).toBe("2026-07-01");
  const tried = await showFees(
    { shop, months: 3, tried: ({ today }) => ({ close: today.add({ days: 10 }) }) },
    deps,
  );
  // Closed on 1 July: that month still costs its fee (G27), charged on 1 August.
  expect(tried?.whatIf).toMatchObject({
    asOf: "2026-06-21",
    tried: { close: "2026-07-01" },
    lastFeeOn: "2026-08-01",
  });
});

it("tries nothing out for an account without a known fee, and shows nothing of a store never seen", async () => {
  const tried = () => ({ close: date("2026-07-01") });
  for (const facts of [{}, { ...STARTER, closingAccount: "other-brand" as const }]) {
    const { deps } = await aCloser({ facts });
    expect(await showFees({ shop, months: 3, tried }, deps)).toMatchObject({ preview: null, whatIf: null });
  }
  const deps = createFakeDeps();
  expect(await showFees({ shop, months: 3 }, deps)).toBeNull();
  expect(await showKnownLedger({ shop, all: true }, deps)).toBeNull();
});

it("names the newest of the fees that were charged", async () => {
  const { deps } = await aCloser({ items: [], facts: { ...STARTER, signedUpOn: "2026-01-12" } });
  // February's on 1 March is the first of four.
  expect((await showHome({ shop }, deps))?.figures).toMatchObject({
    lastFee: { month: "2026-05", chargedOn: "2026-06-01" },
    past: { fees: 4, sum: "120.00" },
  });
});

it("says that the actions are being read, and that it is the first time", async () => {
  const { deps } = await aCloser({ items: [anItem()] });
  const known = await deps.db.syncs.find(key);
  if (!known) throw new Error("The actions were not read.");
  const sync = async () => (await loadAccount({ shop }, deps))?.sync;
  await deps.db.syncs.save(key, { ...known, finishedAt: null });
  expect(await sync()).toMatchObject({ first: false, running: true });
  await deps.db.syncs.save(key, { ...known, finishedAt: null, completedAt: null });
  expect(await sync()).toMatchObject({ first: true, running: true });
});
