import { expect, it } from "vitest";
import { explain } from "#app/services/account/explain.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser, STARTER } from "../closing/a-closer.ts";
import { shop } from "../sync/a-merchant.ts";

const UNKNOWN = { outcome: "unknown-figure" };

it("explains a figure with its inputs, its rule, its arithmetic and what is assumed", async () => {
  const { deps } = await aCloser({});
  const explained = await explain({ shop, figure: "closure.daysActive" }, deps);
  expect(explained).toMatchObject({
    outcome: "explained",
    explanation: {
      figure: "closure.daysActive",
      inputs: [{ name: "signedUp", value: "2026-03-12" }],
      rule: { id: "refund" },
      // From 12 March to 21 June 2026, both counted.
      arithmetic: [{ values: { signedUpOn: "2026-03-12", countedOn: "2026-06-21", days: 102 } }],
    },
    // A number of days is neither an amount nor a day.
    value: null,
    assumed: [
      { gap: "G5", text: { id: "core.assumption.G5" } },
      { gap: "G23", text: { id: "core.assumption.G23" } },
    ],
    currency: "USD",
  });
});

it("says the figure itself where it is text", async () => {
  const { deps } = await aCloser({});
  expect(await explain({ shop, figure: "closure.refund.scenario" }, deps)).toMatchObject({ value: "C" });
});

it("explains no figure it does not have, reading nothing for what is no figure's name", async () => {
  const { deps } = await aCloser({});
  expect(await explain({ shop, figure: "closure.daysActive.more" }, deps)).toEqual(UNKNOWN);
  const closed = { ...deps, db: { ...deps.db, shops: { ...deps.db.shops, find: () => Promise.reject() } } };
  expect(await explain({ shop, figure: "nothing.such" }, closed)).toEqual(UNKNOWN);
});

it("explains nothing while the key facts are missing, and nothing of a store never seen", async () => {
  const { deps } = await aCloser({ facts: {} });
  expect(await explain({ shop, figure: "closure.daysActive" }, deps)).toEqual(UNKNOWN);
  expect(await explain({ shop, figure: "closure.daysActive" }, createFakeDeps())).toEqual(UNKNOWN);
});

it("goes by the account's own day", async () => {
  const { deps } = await aCloser({ facts: STARTER });
  deps.clock.set("2026-06-22T02:00:00Z");
  // It is still the 21st in New York.
  expect(await explain({ shop, figure: "closure.daysActive" }, deps)).toMatchObject({
    explanation: { arithmetic: [{ values: { countedOn: "2026-06-21" } }] },
  });
});
