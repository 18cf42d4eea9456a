import { expect, it } from "vitest";
import { showConnect } from "#app/services/connection/show-connect.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("starts from the store's zone and shows no more of a connected account than its last four characters", async () => {
  const deps = createFakeDeps();
  const { shop } = aShop();
  expect(await showConnect({ shop }, deps)).toEqual({ timeZone: "UTC", connected: null });
  await deps.db.shops.save(aShop({ shop, timeZone: "Asia/Shanghai" }));
  await deps.db.connections.save(aConnection({ shop, accountSid: "IRacmeOutdoor7788" }));
  expect(await showConnect({ shop }, deps)).toEqual({ timeZone: "Asia/Shanghai", connected: "7788" });
});
