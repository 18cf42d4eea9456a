import { expect, it } from "vitest";
import { firstLoad } from "#scripts/first-load.ts";
import { ensureBuilt } from "./support/built.ts";

/** Bytes that an empty page of Shopify's template waits for, counted in the same way: `node bench/weight.bench.ts`. */
const EMPTY_PAGE = 130_984;

it("waits on Home for no more script than an empty page of Shopify's template does", () => {
  ensureBuilt();
  const { gzip, files } = firstLoad("build/client", ["root", "routes/app", "routes/app._index"]);
  const heaviest = files.toSorted((a, b) => b.gzip - a.gzip).slice(0, 5);
  expect(gzip, JSON.stringify(heaviest)).toBeLessThanOrEqual(EMPTY_PAGE);
});
