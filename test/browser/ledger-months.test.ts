import type { Route } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile } from "./support/demo.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  // July lies behind then: a fee is charged on its 1st and deducted on its 2nd, one thing a day.
  await moveClockTo(demo, "2026-08-15");
  admin = await Admin.enter(demo, "acme-outdoor", "en");
  await connected(admin, "story", STORY_FACTS);
});

/** Pixels: parts of one that a row's border may be drawn with. */
const CLOSE = 1;

it("opens a month at once and moves nothing when its days arrive", async () => {
  await admin.open("/ledger");
  const table = admin.app.locator("table.ledger");
  await table.waitFor();
  const held: Route[] = [];
  await admin.page.route("**/app/ledger/days?**", (route) => void held.push(route));
  const month = table.getByRole("button", { name: "July 2026" });
  const group = table.locator(".ledger-group", { hasText: "July 2026" });
  const rows = await table.locator(".ledger-row").count();
  /** How far below the table's top its last sum stands, wherever the page is scrolled to. */
  const below = () =>
    table.evaluate((all) => {
      const last = [...all.querySelectorAll(".ledger-sum")].at(-1);
      return (last?.getBoundingClientRect().top ?? Number.NaN) - all.getBoundingClientRect().top;
    });
  const closed = await below();
  await month.click();
  expect(await group.getByRole("button").getAttribute("aria-expanded")).toBe("true");
  await table.getByRole("status").waitFor();
  const opening = await below();
  expect(opening).toBeGreaterThan(closed);
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await table.locator(".ledger-row").nth(rows).waitFor();
  expect(Math.abs((await below()) - opening)).toBeLessThanOrEqual(CLOSE);

  // Closed and opened again, its days are still there: nobody is asked twice.
  await group.getByRole("button").click();
  await expect.poll(() => table.locator(".ledger-row").count()).toBe(rows);
  await group.getByRole("button").click();
  await table.locator(".ledger-row").nth(rows).waitFor();
  expect(held).toHaveLength(1);
  await admin.page.unroute("**/app/ledger/days?**");
});
