import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { wholeNumber } from "#scripts/bad-input.ts";
import { firstLoad } from "#scripts/first-load.ts";
import { buildApp, generateClient } from "#scripts/prepare.ts";
import { serveAppWith } from "./weight/serve-account.ts";
import { buildTemplate, serveTemplate, TEMPLATE_BUILD } from "./weight/serve-template.ts";
import { openBrowser, type Visit, visit } from "./weight/visit.ts";

const { values } = parseArgs({
  options: {
    actions: { type: "string", default: "200000" },
    rounds: { type: "string", default: "5" },
    built: { type: "boolean", default: false },
  },
});
const example = "node bench/weight.bench.ts --actions 200000 --rounds 5";
const actions = wholeNumber(values.actions, { from: 1, example });
const rounds = wholeNumber(values.rounds, { from: 1, example });
const GOALS = { script: 1, largest: 600, shift: 0, interaction: 100 };
const FRAME = ["root", "routes/app"];

/** Each page with what a merchant does there that takes longest. */
const PAGES: Record<string, { path: string; route: string; use: (page: Page) => Promise<void> }> = {
  Home: {
    path: "/app",
    route: "routes/app._index",
    use: (page) => page.locator(".chart-pointer").first().press("ArrowLeft"),
  },
  Fees: {
    path: "/app/fees",
    route: "routes/app.fees",
    use: async (page) => {
      await page.locator('input[name="revenue"]').fill("12345");
      await page.locator('.money-what-if button[type="submit"]').click();
      await page.waitForURL("**/app/fees?*revenue=12345*");
    },
  },
  Ledger: {
    path: "/app/ledger",
    route: "routes/app.ledger",
    use: async (page) => {
      const rows = await page.locator(".ledger-row").count();
      await page.locator('.ledger-group button[aria-expanded="false"]').first().click();
      await page.locator(".ledger-row").nth(rows).waitFor();
    },
  },
};

if (!values.built) {
  generateClient();
  buildApp();
  buildTemplate();
}
const kilobytes = (bytes: number) => Number((bytes / 1_000).toFixed(1));
const templateScript = firstLoad(`${TEMPLATE_BUILD}/client`, [...FRAME, "routes/app._index"]).gzip;
const script = (route: string) => firstLoad("build/client", [...FRAME, route]).gzip;

const [app, template, browser] = [await serveAppWith(actions), await serveTemplate(), await openBrowser()];
const taken: Record<string, Visit[]> = {};
const note = (name: string, round: number, seen: Visit) => {
  // The first round only warms up.
  if (round >= 0) taken[name] = [...(taken[name] ?? []), seen];
};
const make = (page: Page) => page.getByRole("button", { name: "Make" }).last().click();
for (let round = -1; round < rounds; round += 1)
  for (const [name, { path, use }] of Object.entries(PAGES)) {
    // In turns, so that whatever else the machine does meets both.
    note("empty page", round, await visit(browser, template.url, () => "none", make));
    note(name, round, await visit(browser, app.pageUrl(path), app.token, use));
  }
await browser.close();
template.stop();
await app.stop();

const median = (name: string, what: keyof Visit): number => {
  const sorted = (taken[name] ?? []).map((seen) => seen[what]).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
const rowOf = (name: string, first: number) => ({
  "script first, kB gzip": kilobytes(first),
  "× empty page": Number((first / templateScript).toFixed(3)),
  "its words, kB gzip": kilobytes(median(name, "words")),
  "script in all, kB gzip": kilobytes(median(name, "scripts")),
  "document, kB gzip": kilobytes(median(name, "html")),
  "document, kB": kilobytes(median(name, "htmlRaw")),
  "largest paint, ms": Math.round(median(name, "largest")),
  "largest paint × empty page": Number(
    (median(name, "largest") / median("empty page", "largest")).toFixed(2),
  ),
  shift: Number(median(name, "shift").toFixed(4)),
  "interaction, ms": median(name, "interaction"),
});
const rows = {
  "empty page": rowOf("empty page", templateScript),
  ...Object.fromEntries(Object.entries(PAGES).map(([name, { route }]) => [name, rowOf(name, script(route))])),
};
console.log(
  `Pages with ${actions} actions, processor 4 × slower, median of ${rounds}. Goals: Home's script first`,
);
console.log(
  `≤ ${GOALS.script} × the empty page's, largest paint ≤ ${GOALS.largest} ms, shift ${GOALS.shift}, interaction ≤ ${GOALS.interaction} ms.`,
);
console.table(rows);
console.log(JSON.stringify({ actions, rounds, rows }));
