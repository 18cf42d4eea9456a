import { execFileSync } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "#scripts/prepare.ts";
import { seen, written } from "#test/seen.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { readLedger } from "./support/ledger-page.ts";

const ZONE = "America/New_York";

// The worked example of S3: day, newly owed, card, deduction, closing balance. Nothing is a dash.
const S3 = [
  { en: "Tue, May 12", "zh-CN": "5月12日（周二）", cells: ["–", "–", "–", "$0.00"] },
  { en: "Sat, May 30", "zh-CN": "5月30日（周六）", cells: ["$75.00", "$75.00", "–", "$75.00"] },
  { en: "Mon, Jun 1", "zh-CN": "6月1日（周一）", cells: ["–", "–", "–", "$75.00"] },
  { en: "Sat, Jun 20", "zh-CN": "6月20日（周六）", cells: ["–", "–", "$75.00", "$0.00"] },
  { en: "Wed, Jul 1", "zh-CN": "7月1日（周三）", cells: ["$30.00", "$30.00", "–", "$30.00"] },
  { en: "Thu, Jul 2", "zh-CN": "7月2日（周四）", cells: ["–", "–", "$30.00", "$0.00"] },
] as const;

/** The stops of "Next event", how many rows of the table have happened by then, and the next fee on Home. */
const STOPS = [
  { on: "12 May", moves: 0, rows: 1, next: "Wed, Jul 1, 2026, charged to your card" },
  { on: "30 May", moves: 1, rows: 2, next: "Wed, Jul 1, 2026, charged to your card" },
  { on: "1 June", moves: 1, rows: 3, next: "Wed, Jul 1, 2026, charged to your card" },
  { on: "20 June", moves: 2, rows: 4, next: "Wed, Jul 1, 2026, charged to your card" },
  { on: "1 July", moves: 1, rows: 5, next: "Next fee: at least $30.00, Sat, Aug 1" },
  { on: "2 July", moves: 1, rows: 6, next: "Sat, Aug 1, 2026, charged to your card" },
];

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  admin = await Admin.enter(demo, "acme-outdoor", "en");
  await connected(admin, "story", STORY_FACTS);
});

describe("S3's worked example in the browser", () => {
  it.each(STOPS)(
    "has every cell of the table up to $on, in both languages",
    async ({ moves, rows, next }) => {
      await admin.open("/ledger");
      for (let move = 0; move < moves; move += 1) await admin.moveClock("next-event");
      for (const locale of ["zh-CN", "en"] as const) {
        await admin.switchTo(locale);
        await admin.checkedToday(ZONE);
        const { days } = await readLedger(admin);
        const happened = days.filter(({ expected }) => !expected);
        expect(happened.map(({ date, cells }) => [date, ...cells])).toEqual(
          S3.slice(0, rows).map((day) => [day[locale], ...day.cells]),
        );
      }
      await admin.goHome();
      await admin.app.getByText(next, { exact: true }).waitFor();
    },
  );

  it("charges the card exactly what is deducted, and adds up what happened apart from what is expected", async () => {
    await admin.open("/ledger");
    const { days, past, ahead } = await readLedger(admin);
    // 75 + 30 in S3; the fee expected in August is no part of it.
    expect(past).toEqual(["$105.00", "$105.00", "$105.00", "$0.00"]);
    expect(ahead).toEqual(["$30.00", "$30.00", "$30.00", ""]);
    const sum = (column: number) =>
      days.reduce((cents, { cells }) => cents + Number(cells[column]?.replace(/\D/g, "")), 0);
    expect([sum(1), sum(2)]).toEqual([13_500, 13_500]);
    await shot(admin.page, "ledger-en");
  });

  it.each(["en", "zh-CN"] as const)(
    "explains a number with the rule, quoted and linked, in %s",
    async (locale) => {
      await admin.switchTo(locale);
      // The address names what is open; each language begins with everything closed.
      await admin.open("/ledger");
      const { t } = admin.words;
      await readLedger(admin);
      await admin.app
        .getByRole("button", { name: written(`${t("ledger.why")}: ${S3[3][locale]}`, { whole: true }) })
        .click();
      const why = admin.app.getByRole("dialog", { name: t("why.show") });
      await why.getByRole("heading", { name: t("why.example") }).waitFor();
      expect(await why.locator("blockquote").first().textContent()).toMatch(/.{20}/);
      const link = why.getByRole("link").first();
      expect(await link.getAttribute("href")).toMatch(/^https:\/\/help\.impact\.com\//);
      await shot(admin.page, `why-${locale}`);
      // The other cells of the row can be asked for here; 75.00 left the balance on 20 June.
      expect(await why.locator(".why-figure strong").innerText()).toBe("$0.00");
      await why.getByRole("button", { name: t("ledger.col.fromBalance"), exact: true }).click();
      await why.locator(".why-figure strong", { hasText: "$75.00" }).waitFor();
      await why.getByRole("button", { name: t("why.done"), exact: true }).click();
      await why.waitFor({ state: "detached" });
    },
  );
});

it("calls a balance that moved an estimate, and says what it is based on", async () => {
  await admin.switchTo("en");
  await admin.goHome();
  const cell = admin.app.locator(".money-figure", { hasText: "Funding account" });
  await cell.getByText("Based on the $0.00 you entered for May 12, 2026").waitFor();
  expect(await cell.locator(".money-value").innerText()).toBe("$0.00");
});

describe("the fee preview", () => {
  it("has this month and the next eleven with the day each is charged, and their sum", async () => {
    await admin.switchTo("en");
    await admin.go("Fee preview");
    await admin.heading.filter({ hasText: "Fee preview" }).waitFor();
    const table = admin.app.getByRole("table", { name: "impact.com fee by month" });
    const rows = table.locator("tbody").first().locator("tr");
    await rows.nth(13).waitFor();
    const cells = await Promise.all((await rows.all()).map((row) => row.locator("th, td").allInnerTexts()));
    expect(
      cells.slice(1, 3).map(([month = "", likely, , on = ""]) => [seen(month), likely, seen(on)]),
    ).toEqual([
      ["July 2026", "at least $30.00", "Sat, Aug 1"],
      ["August 2026", "at least $30.00", "Tue, Sep 1"],
    ]);
    expect(cells[13]?.slice(0, 2)).toEqual(["12 months", "at least $360.00"]);
    await shot(admin.page, "fees-en");
  });

  it("tries out an amount a month in place, keeps the focus, and survives a reload", async () => {
    const amount = admin.app.getByLabel("Revenue in a month");
    await amount.fill("2,000");
    await amount.press("Enter");
    const fees = admin.app.getByRole("row", { name: /^Fees, 12 months/ });
    const changed = ["at least $360.00", "about $580.00", "+$220.00"];
    await expect.poll(() => fees.locator("td").allInnerTexts()).toEqual(changed);
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    await admin.page.reload();
    await admin.ready();
    expect(await fees.locator("td").allInnerTexts()).toEqual(changed);
    await amount.fill("two thousand");
    await amount.press("Enter");
    await admin.app.getByText("Enter an amount, such as 2000").waitFor();
    expect(await amount.inputValue()).toBe("two thousand");
  });

  it("walks the points of a chart by arrow keys and says each", async () => {
    const chart = admin.app.getByRole("slider", { name: "impact.com fee by month" });
    await chart.focus();
    await chart.press("ArrowRight");
    expect(seen((await chart.getAttribute("aria-valuetext")) ?? "")).toBe(
      "August 2026, Likely fee: at least $30.00",
    );
    await chart.press("Escape");
    expect(await admin.app.locator(".chart-tip").count()).toBe(0);
  });
});

describe("the account file", () => {
  it("gives the command line the very cells of the page", async () => {
    await admin.open("/ledger");
    const [download] = await Promise.all([
      admin.page.waitForEvent("download"),
      admin.button(admin.words.t("ledger.export")).click(),
    ]);
    const printed: { days: Record<string, string>[] } = JSON.parse(
      execFileSync(
        path.join(ROOT, "node_modules/.bin/node"),
        [
          path.join(ROOT, "cli/settled.ts"),
          "statement",
          await download.path(),
          ...["--from", "2026-05-12", "--to", "2026-08-02", "--on", "2026-07-02"],
        ],
        { encoding: "utf8" },
      ),
    );
    const columns = ["newlyOwed", "cardCharge", "deduction", "closing"];
    const shown = (amount = "", column = "") =>
      amount === "0.00" && column !== "closing" ? "–" : `$${amount}`;
    const { days } = await readLedger(admin);
    expect(days.map(({ cells }) => cells)).toEqual(
      printed.days.map((day) => columns.map((column) => shown(day[column], column))),
    );
    expect(days.map(({ date }) => date)).toEqual(
      printed.days.map((day) => admin.words.dated(String(day.date), "2026-07-02")),
    );
  });
});
