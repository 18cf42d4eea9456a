import { execFileSync } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "#scripts/prepare.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { readLedger } from "./support/ledger-page.ts";

const ZONE = "America/New_York";

// The worked example of S3: day, opening, newly owed, deduction, card, closing.
const S3 = [
  { en: "Tue, May 12, 2026", "zh-CN": "2026年5月12日周二", cells: ["0.00", "0.00", "0.00", "0.00", "0.00"] },
  {
    en: "Sat, May 30, 2026",
    "zh-CN": "2026年5月30日周六",
    cells: ["0.00", "75.00", "0.00", "75.00", "75.00"],
  },
  { en: "Mon, Jun 1, 2026", "zh-CN": "2026年6月1日周一", cells: ["75.00", "0.00", "0.00", "0.00", "75.00"] },
  {
    en: "Sat, Jun 20, 2026",
    "zh-CN": "2026年6月20日周六",
    cells: ["75.00", "0.00", "75.00", "0.00", "0.00"],
  },
  { en: "Wed, Jul 1, 2026", "zh-CN": "2026年7月1日周三", cells: ["0.00", "30.00", "0.00", "30.00", "30.00"] },
  { en: "Thu, Jul 2, 2026", "zh-CN": "2026年7月2日周四", cells: ["30.00", "0.00", "30.00", "0.00", "0.00"] },
] as const;

/** The stops of "Next event", how many rows of the table have happened by then, and the next fee on Home. */
const STOPS = [
  { on: "12 May", moves: 0, rows: 1, next: "$30.00 on Wed, Jul 1, 2026" },
  { on: "30 May", moves: 1, rows: 2, next: "$30.00 on Wed, Jul 1, 2026" },
  { on: "1 June", moves: 1, rows: 3, next: "$30.00 on Wed, Jul 1, 2026" },
  { on: "20 June", moves: 2, rows: 4, next: "$30.00 on Wed, Jul 1, 2026" },
  { on: "1 July", moves: 1, rows: 5, next: "$30.00 on Sat, Aug 1, 2026" },
  { on: "2 July", moves: 1, rows: 6, next: "$30.00 on Sat, Aug 1, 2026" },
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
          S3.slice(0, rows).map((day) => [day[locale], ...day.cells.map((amount) => `$${amount}`)]),
        );
      }
      await admin.goHome();
      await admin.heading.filter({ hasText: `Next fee: at least ${next}.` }).waitFor();
    },
  );

  it("charges the card exactly what is deducted", async () => {
    await admin.open("/ledger");
    const { days, past, ahead } = await readLedger(admin);
    // 75 + 30 in S3; the fee expected in August is no part of it.
    expect(past).toEqual(["", "", "$105.00", "$105.00", ""]);
    expect(ahead).toEqual(["", "", "$30.00", "$30.00", ""]);
    expect(days.find(({ cells }) => cells[1] === "$75.00")?.owed).toBe("$75.00");
    const sum = (column: number) =>
      days.reduce((cents, { cells }) => cents + Number(cells[column]?.replace(/\D/g, "")), 0);
    expect([sum(2), sum(3)]).toEqual([13_500, 13_500]);
  });

  it.each(["en", "zh-CN"] as const)(
    "explains a number with the rule, quoted and linked, in %s",
    async (locale) => {
      await admin.switchTo(locale);
      const { t } = admin.words;
      const day = S3[3][locale];
      await admin.button(`${t("why.show")}: ${t("ledger.col.closing")}, ${day}`).click();
      const row = admin.app.locator("tr", { hasText: day });
      await row.getByRole("heading", { name: t("why.rule") }).waitFor();
      expect(await row.locator("blockquote").first().textContent()).toMatch(/.{20}/);
      const link = row.getByRole("link").first();
      expect(await link.getAttribute("href")).toMatch(/^https:\/\/help\.impact\.com\//);
      await shot(admin.page, `why-${locale}`);
    },
  );
});

it("calls a balance that was rolled forward an estimate, and the merchant's word what was told", async () => {
  await admin.switchTo("en");
  await admin.goHome();
  const card = admin.app.locator(".Polaris-ShadowBevel", { hasText: "Funding account" }).last();
  await card.getByText(/^Estimate from the published rules/).waitFor();
  await card.getByText("Rolled forward from $0.00, which you told us for Tue, May 12, 2026").waitFor();
  expect(await card.innerText()).toMatch(/about \$0\.00/);
});

describe("the fee preview", () => {
  it("has this month and the next three, each with the day it is charged", async () => {
    await admin.switchTo("en");
    await admin.go("Fee preview");
    await admin.heading.filter({ hasText: "Fee preview" }).waitFor();
    const rows = admin.app.locator("table").first().locator("tbody tr");
    const cells = await Promise.all((await rows.all()).map((row) => row.locator("th, td").allInnerTexts()));
    const charged = cells.map(([month, minimum, fee, , on]) => [month, minimum, fee, on]);
    expect(charged).toEqual([
      ["July 2026", "$30.00", "about $30.00", "Aug 1, 2026"],
      ["August 2026", "$30.00", "about $30.00", "Sep 1, 2026"],
      ["September 2026", "$30.00", "about $30.00", "Oct 1, 2026"],
      ["October 2026", "$30.00", "about $30.00", "Nov 1, 2026"],
    ]);
    await admin.app.getByText("Charged on Sat, Aug 1, 2026, for July 2026.").waitFor();
    await shot(admin.page, "fees-en");
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
          ...["--from", "2026-05-12", "--to", "2026-08-16", "--on", "2026-07-02"],
        ],
        { encoding: "utf8" },
      ),
    );
    const columns = ["opening", "payable", "deduction", "cardCharge", "closing"];
    const { days } = await readLedger(admin);
    expect(days.map(({ cells }) => cells)).toEqual(
      printed.days.map((day) => columns.map((column) => `$${day[column]}`)),
    );
    expect(days.map(({ date }) => date)).toEqual(
      printed.days.map((day) => admin.words.date(String(day.date))),
    );
  });
});
