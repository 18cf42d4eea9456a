import { expect, it } from "vitest";
import { ownToken } from "#app/services/closing/own-token.server.ts";
import { aConnection } from "#test/factories/rows.ts";
import { createFakeDeps, fakeSeal } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";

async function tokensOf(sealedToken: string | null) {
  const deps = createFakeDeps();
  await deps.db.connections.save(aConnection({ shop, sealedToken }));
  return ownToken(shop, deps);
}

it("knows the store's own token, so that a text cannot carry it", async () => {
  expect(await tokensOf(fakeSeal.seal(shop, "secret-token"))).toEqual(["secret-token"]);
});

it("knows none once it is destroyed, or where nothing is connected", async () => {
  expect(await tokensOf(null)).toEqual([]);
  expect(await ownToken(shop, createFakeDeps())).toEqual([]);
});

it("keeps no request back because the token cannot be opened any more", async () => {
  expect(await tokensOf("sealed with a key that is gone")).toEqual([]);
});
