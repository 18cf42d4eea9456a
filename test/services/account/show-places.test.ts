import { expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showPlaces } from "#app/services/account/show-places.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();

it.each([
  ["brand", true],
  ["partner", false],
  ["agency", false],
] as const)("of a connected %s fee preview and ledger have something to show: %s", async (kind, hasFees) => {
  const deps = createFakeDeps();
  await deps.db.connections.save(aConnection({ shop, kind }));
  // What impact.com says of the account counts before an answer.
  await saveFacts({ shop, actor: "staff-1", facts: { closingAccount: "partner" } }, deps);
  expect(await showPlaces({ shop }, deps)).toEqual({ hasFees });
});

it("without a connection the merchant's answer counts", async () => {
  const deps = createFakeDeps();
  expect(await showPlaces({ shop }, deps)).toEqual({ hasFees: true });
  await saveFacts({ shop, actor: "staff-1", facts: { closingAccount: "partner" } }, deps);
  expect(await showPlaces({ shop }, deps)).toEqual({ hasFees: false });
});
