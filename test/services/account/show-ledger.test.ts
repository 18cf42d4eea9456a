import { expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";
import { aShop } from "#test/factories/rows.ts";
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
