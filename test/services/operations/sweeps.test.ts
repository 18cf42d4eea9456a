import { describe, expect, it } from "vitest";
import type { ExportRow, RelationEvent } from "#app/ports/index.ts";
import { hourlySweep, nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

/** What Shopify tells its partners; `asked` keeps since when it was asked. */
function withFeed(events: RelationEvent[]) {
  const asked: string[] = [];
  const uninstallFeed = {
    since: async (moment: RelationEvent["occurredAt"]) => {
      asked.push(moment.toString());
      return events;
    },
  };
  return { deps: { ...createFakeDeps(), uninstallFeed }, asked };
}
const news = (shop: string, kind: RelationEvent["kind"], hour: string): RelationEvent => ({
  shop,
  kind,
  occurredAt: at(`2026-06-21T${hour}:00:00Z`),
});

describe("the hourly round", () => {
  it("comes to nothing where nothing is due, and where nobody tells of uninstalls", async () => {
    const deps = createFakeDeps();
    await deps.db.shops.save(aShop());
    expect(await hourlySweep(deps)).toEqual({ left: 0, reported: 0, checks: 0, exports: 0 });
    expect(deps.db.jobs).toEqual([]);
  });

  it("tends every store that left, over more than one page, each once", async () => {
    const deps = createFakeDeps();
    const shops = Array.from({ length: 401 }, (_, index) => `left-${1_000 + index}.myshopify.com`);
    for (const shop of shops)
      await deps.db.shops.save(aShop({ shop, uninstalledAt: at("2026-06-20T09:00:00Z") }));
    expect((await hourlySweep(deps)).left).toBe(401);
    const tended = deps.db.jobs.flatMap((job) => (job.name === "tend-left-shop" ? [job.data.shop] : []));
    expect(tended).toEqual(shops);
  });

  it("looks into an uninstall that Shopify reported and no webhook told of, back to two days before", async () => {
    const [installed, left] = [aShop(), aShop({ uninstalledAt: at("2026-06-21T06:00:00Z") })];
    const { deps, asked } = withFeed([
      news(installed.shop, "uninstalled", "08"),
      news(left.shop, "uninstalled", "06"),
      news("nobody.myshopify.com", "uninstalled", "06"),
    ]);
    for (const shop of [installed, left]) await deps.db.shops.save(shop);
    expect(await hourlySweep(deps)).toMatchObject({ left: 1, reported: 1 });
    expect(asked).toEqual(["2026-06-19T09:00:00Z"]);
    expect(deps.db.jobs.filter(({ name }) => name === "confirm-uninstall")).toEqual([
      {
        name: "confirm-uninstall",
        data: { shop: installed.shop, triggeredAt: "2026-06-21T08:00:00Z" },
      },
    ]);
  });

  it("takes up how a store stands, the newest news last, whatever their order; old news count for none", async () => {
    const store = aShop();
    const stand = async (events: RelationEvent[], storeStop: "frozen" | null = null) => {
      const { deps } = withFeed(events);
      await deps.db.shops.save({ ...store, storeStop });
      const { reported } = await hourlySweep(deps);
      const again = (await hourlySweep(deps)).reported;
      return [reported, again, (await deps.db.shops.find(store.shop))?.storeStop];
    };
    const stopped = news(store.shop, "deactivated", "07");
    const open = news(store.shop, "reactivated", "08");
    expect(await stand([stopped])).toEqual([1, 0, "closed"]);
    expect(await stand([open, stopped])).toEqual([2, 0, null]);
    // That it is frozen, a webhook told before: the feed does not know better.
    expect(await stand([stopped], "frozen")).toEqual([1, 0, "frozen"]);
    expect(await stand([open], "frozen")).toEqual([1, 0, null]);
  });
});

/** An export of the store, waiting for impact.com's hour until `waitUntil`. */
const anExport = (shop: string, expiresAt: string, waitUntil: string | null = null): ExportRow => ({
  ...{ id: `of ${shop}`, shop, accountSid: "IRtestSid0000001", locale: "en", state: "running", step: 0 },
  plan: { at: "actions", after: "", counted: {}, missing: [], waitUntil },
  createdAt: at("2026-06-14T09:00:00Z"),
  finishedAt: null,
  expiresAt: at(expiresAt),
});

describe("exports", () => {
  it("go on with the hourly round once impact.com's hour is over", async () => {
    const deps = createFakeDeps();
    const expiresAt = "2026-06-28T09:00:00Z";
    await deps.db.exports.start(anExport("due.myshopify.com", expiresAt, "2026-06-21T09:00:00Z"));
    await deps.db.exports.start(anExport("waits.myshopify.com", expiresAt, "2026-06-21T09:00:01Z"));
    expect((await hourlySweep(deps)).exports).toBe(1);
    expect(deps.db.jobs).toEqual([
      { name: "make-export", data: { shop: "due.myshopify.com", exportId: "of due.myshopify.com" } },
    ]);
  });

  it("go with the nightly round when their time is over, and not before", async () => {
    const deps = createFakeDeps();
    await deps.db.exports.start(anExport("over.myshopify.com", "2026-06-21T09:00:00Z"));
    await deps.db.exports.start(anExport("kept.myshopify.com", "2026-06-21T09:00:01Z"));
    await nightlySweep(deps);
    expect(await deps.db.exports.latest("over.myshopify.com")).toBeNull();
    expect((await deps.db.exports.latest("kept.myshopify.com"))?.id).toBe("of kept.myshopify.com");
  });
});
