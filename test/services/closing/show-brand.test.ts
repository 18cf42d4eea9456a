import { expect, it } from "vitest";
import { showBrand } from "#app/services/closing/show-brand.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";
const brand = (id: string, name: string) => ({
  id,
  name,
  state: "ACTIVE",
  currency: "USD",
  timeZone: null,
  createdOn: null,
});

async function anAgency(read = true) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(aConnection({ shop, kind: "agency", accountSid: "IRagency" }));
  const brands = [brand("1", "Trail Shoes"), brand("2", "River Boats")];
  if (read) await deps.db.snapshots.saveRead(shop, "Advertisers", brands, deps.clock.now());
  return deps;
}

it("finds the one brand of an agency that has the number", async () => {
  const shown = await showBrand({ shop, id: "2" }, await anAgency());
  expect(shown?.brand.name).toBe("River Boats");
  expect(shown?.view.connection?.accountSid).toBe("IRagency");
});

it("finds none under another number, before the list was read, and where no agency is connected", async () => {
  expect(await showBrand({ shop, id: "3" }, await anAgency())).toBeNull();
  expect(await showBrand({ shop, id: "1" }, await anAgency(false))).toBeNull();
  const deps = createFakeDeps();
  expect(await showBrand({ shop, id: "1" }, deps)).toBeNull();
  await deps.db.shops.save(aShop({ shop }));
  expect(await showBrand({ shop, id: "1" }, deps)).toBeNull();
});
