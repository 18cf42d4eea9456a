import { expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";
import { showKnownLedger, showLedger } from "#app/services/account/show-ledger.server.ts";
import { aClosing, aClosingEvent, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();

it("the ledger goes from the day of sign-up to the day the next fee is deducted", async () => {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  const facts = { signedUpOn: "2026-05-12", edition: "starter" as const };
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  const daysOn = async (today: string) => {
    deps.clock.set(`${today}T12:00:00Z`);
    return (await showLedger({ shop }, deps))?.statement?.days.map(({ date }) => date) ?? [];
  };
  // Sign-up, each 1st, and the 2nd on which July's fee leaves the balance (S3).
  const known = ["2026-05-12", "2026-06-01", "2026-07-01", "2026-07-02"];
  expect(await daysOn("2026-06-30")).toEqual(known);
  // On the day of a fee the next one is a month ahead.
  expect(await daysOn("2026-07-01")).toEqual([...known, "2026-08-01", "2026-08-02"]);
});

it("there is none without the day of sign-up, or without a store", async () => {
  const deps = createFakeDeps();
  expect(await showLedger({ shop }, deps)).toBeNull();
  await deps.db.shops.save(aShop({ shop }));
  expect((await showLedger({ shop }, deps))?.statement).toBeNull();
});

/** The story's store, its lists read on 20 June and looked at on 3 July. */
async function lastReadIn() {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  const facts = { signedUpOn: "2026-05-12", edition: "starter" as const };
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  await deps.db.snapshots.saveRead(shop, "Contracts", [], at("2026-06-20T15:00:00Z"));
  deps.clock.set("2026-07-03T15:00:00Z");
  return deps;
}
const monthsOf = (shown: Awaited<ReturnType<typeof showKnownLedger>>) =>
  shown?.ledger?.months.map(({ month }) => month);

it("what nobody has looked at since is not past: it is known up to the last look", async () => {
  const deps = await lastReadIn();
  const known = await showKnownLedger({ shop, all: true }, deps);
  expect([known?.ledger?.asOf, monthsOf(known)]).toEqual(["2026-06-20", ["2026-06", "2026-05"]]);
  const expected = known?.statement?.days.flatMap(({ date, projected }) => (projected ? [date] : []));
  expect(expected).toEqual(["2026-07-01", "2026-07-02", "2026-08-01", "2026-08-02"]);
  expect((await showLedger({ shop }, deps))?.ledger?.asOf).toBe("2026-07-03");
});

it("of an account that was noted as closed nothing is expected, and no fee previewed", async () => {
  const deps = await lastReadIn();
  const closed = aClosing({ shop, accounts: [], state: "closed" });
  await deps.db.closingRequests.open({ ...closed, state: "ready" }, aClosingEvent());
  const move = { ...aClosingEvent(), actor: "staff-1" };
  const moves = [
    { trigger: "told-handed-over", fromState: "ready", toState: "handed-over", evidence: { proof: "Sent." } },
    { trigger: "told-closed", fromState: "handed-over", toState: "closed", evidence: { proof: "Closed." } },
  ] as const;
  for (const each of moves) await deps.db.closingRequests.move(shop, closed.id, { ...move, ...each });
  const shown = await showLedger({ shop }, deps);
  expect(shown?.ledger?.expected).toEqual([]);
  expect(shown?.closing).toEqual({ isNoted: true, isProved: true, isOpen: false });
  expect(await showFees({ shop, months: 12 }, deps)).toMatchObject({ preview: null, standing: null });
});
