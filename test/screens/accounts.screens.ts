import { beforeAll, describe, it } from "vitest";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { Admin } from "#test/browser/support/admin.ts";
import { sendCredentials, tellFacts } from "#test/browser/support/connect.ts";
import { demoForFile } from "#test/browser/support/demo.ts";
import { ImpactUi } from "#test/browser/support/impact-ui.ts";
import { moveClockTo, setFault } from "#test/browser/support/sandbox-calls.ts";
import { areAsked, pictures, type Screen } from "./support/pictures.ts";

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  admin = await Admin.enter(demo, "acme-outdoor", "en");
});

/** Names and days as the mock-ups have them. The day is that of the store admin's clock, which only moves forward. */
type Walk = {
  key: string;
  on: string;
  balance?: { amount: string; asOf: string };
  /** What happens in impact.com before. */
  before?: () => Promise<void>;
  screens: Screen[];
};

const FIRST: Screen[] = [
  { name: "home-f-first-run", path: "" },
  { name: "connect", path: "/setup/connect" },
  { name: "setup-first", path: "/setup" },
  { name: "close-without-facts", path: "/close" },
  { name: "review-first", path: "/close/review" },
];
const NOTHING_LEFT = { amount: "0.00", asOf: "2026-05-12" };
const FIFTY_LEFT = { amount: "50.00", asOf: "2026-05-12" };
const WALKS: Walk[] = [
  {
    key: "delinquent",
    on: "2026-05-12",
    balance: NOTHING_LEFT,
    screens: [
      { name: "home-c-overdue", path: "" },
      { name: "close-overdue", path: "/close" },
      { name: "fees-overdue", path: "/fees" },
      { name: "ledger-overdue", path: "/ledger" },
    ],
  },
  {
    key: "trial",
    on: "2026-05-12",
    balance: NOTHING_LEFT,
    screens: [
      { name: "home-d-trial", path: "" },
      { name: "close-trial", path: "/close" },
      { name: "trial", path: "/close/trial" },
    ],
  },
  {
    key: "partner-small",
    on: "2026-05-13",
    screens: [
      { name: "home-partner", path: "" },
      { name: "close-partner", path: "/close" },
      { name: "task-partner-contracts", path: "/close/partner-contracts" },
      { name: "task-partner-balance", path: "/close/partner-balance" },
    ],
  },
  {
    key: "agency",
    on: "2026-05-14",
    screens: [
      { name: "home-agency", path: "" },
      { name: "close-agency", path: "/close" },
    ],
  },
  {
    key: "story",
    on: "2026-07-01",
    balance: NOTHING_LEFT,
    screens: [{ name: "home-a2-charged-today", path: "" }],
  },
  {
    key: "story",
    on: "2026-07-02",
    balance: NOTHING_LEFT,
    screens: [
      { name: "home-a-quiet", path: "" },
      { name: "fees-quiet", path: "/fees" },
      { name: "ledger-story", path: "/ledger" },
      { name: "close-story", path: "/close" },
      { name: "cost-story", path: "/close/cost" },
      { name: "before-open", path: "/before-uninstall" },
      { name: "setup", path: "/setup" },
      { name: "setup-alerts", path: "/setup/alerts" },
      { name: "export", path: "/close/export" },
      { name: "export-partners", path: "/close/export/partners" },
      { name: "questions", path: "/close/questions" },
    ],
  },
  {
    key: "busy",
    on: "2026-07-02",
    screens: [
      { name: "home-b-selling", path: "" },
      { name: "home-b-table-open", path: "", act: openTable },
      { name: "fees-busy", path: "/fees?contracts=2026-07-31&close=2027-02-26" },
      { name: "ledger-busy-no-balance", path: "/ledger" },
      { name: "close-busy", path: "/close" },
      { name: "cost-busy", path: "/close/cost" },
      { name: "task-actions", path: "/close/pay-actions" },
      { name: "task-contracts", path: "/close/expire-contracts" },
      { name: "task-invoices", path: "/close/settle-invoices" },
      { name: "task-catalogs", path: "/close/delete-catalogs" },
      { name: "task-refund-form", path: "/close/refund-form" },
      { name: "review", path: "/close/review" },
    ],
  },
  {
    key: "busy",
    on: "2026-07-02",
    balance: FIFTY_LEFT,
    screens: [
      { name: "ledger-busy-balance", path: "/ledger" },
      { name: "close-busy-balance", path: "/close" },
      { name: "cost-busy-balance", path: "/close/cost" },
      { name: "why-this-number", path: "/fees?why=preview.thisMonth.fee.low" },
      {
        name: "why-this-number-original-open",
        path: "/fees?why=preview.thisMonth.fee.low",
        act: openOriginal,
      },
      { name: "why-cost", path: "/close?why=closure.costToClose.days.2027-02-25.net" },
      { name: "ledger-busy-june-open", path: "/ledger", act: openJune },
    ],
  },
  {
    key: "busy",
    on: "2026-07-02",
    balance: FIFTY_LEFT,
    before: endContractsToday,
    screens: [
      { name: "task-contracts-today", path: "/close/expire-contracts" },
      { name: "close-busy-contracts-today", path: "/close" },
    ],
  },
];
const REJECTED: Screen[] = [
  { name: "home-h-token-rejected", path: "" },
  { name: "fees-token-rejected", path: "/fees" },
  { name: "close-token-rejected", path: "/close" },
];
const BRANDS = new Set(["delinquent", "trial", "story", "busy"]);
const accounts = new Map(demoAccounts().map(({ seed }) => [seed.sandbox.key, seed]));

describe("screens of each account", () => {
  it("first run", async () => pictures(admin, FIRST));

  it.each(WALKS)("$key on $on", async ({ key, on, balance, before, screens }) => {
    if (!areAsked(screens)) return;
    await goOnTo(on);
    const isKnown = connectedTo === key;
    const seed = await connectTo(key);
    // Nothing is saved where nothing changes.
    const isSame = isKnown && statedBalance === balance;
    statedBalance = balance;
    if (seed.sandbox.persona === "brand" && !isSame) {
      await tellFactsOf(seed, balance);
    }
    if (key === "trial") await sayStillInTrial(String(seed.account.trialEndsOn));
    await settled(key);
    await before?.();
    await pictures(admin, screens);
  });

  it("a token that impact.com rejects", async () => {
    if (!areAsked(REJECTED)) return;
    // An account without other news: only the most severe is seen, above figures of the last check.
    await tellFactsOf(await connectTo("story"), NOTHING_LEFT);
    await settled("story");
    await setFault(demo, "story", "unauthorized");
    await admin.open();
    await admin.button(admin.words.t("freshness.again")).click();
    await admin.app.getByText(admin.words.t("failure.newToken")).first().waitFor();
    await pictures(admin, REJECTED);
  });
});

let connectedTo = "";
let statedBalance: Walk["balance"];

/** The clock only moves forward: on its own day it stays. */
async function goOnTo(day: string): Promise<void> {
  await admin.page.goto(admin.storeUrl);
  if ((await admin.now()).toISOString().slice(0, 10) < day) await moveClockTo(demo, day);
}

/** Up to the questions of the setup page, which another account opens with and the same one is asked for. */
async function connectTo(key: string) {
  const seed = accounts.get(key);
  if (!seed) throw new Error(`The sandbox has no account ${key}.`);
  if (connectedTo === key) await admin.open("/setup");
  else {
    await admin.open("/setup/connect");
    await sendCredentials(admin, seed.sandbox.sid, seed.sandbox.token);
    await admin.heading.filter({ hasText: admin.words.t("connect.title") }).waitFor({ state: "detached" });
  }
  connectedTo = key;
  return seed;
}

/** Answers the questions of the setup page, up to the page that follows them. */
async function tellFactsOf({ account }: Awaited<ReturnType<typeof connectTo>>, balance: Walk["balance"]) {
  await tellFacts(admin, {
    signedUpOn: account.signedUpOn,
    balance: balance?.amount ?? "",
    balanceAsOf: balance?.asOf ?? "",
  });
  await admin.heading.filter({ hasText: admin.words.t("setup.title") }).waitFor({ state: "detached" });
}

/** The first reading of the account is through: nothing on the page waits any more. */
async function settled(key: string): Promise<void> {
  if (!BRANDS.has(key)) return;
  await admin.open();
  const { t } = admin.words;
  await admin.app
    .getByText(t("overview.commissions.line"))
    .or(admin.app.getByText(t("overview.commissions.none")))
    .or(admin.app.getByText(t("overview.commissions.trial")))
    .waitFor({ timeout: 60_000 });
}

/** Then the trial is canceled in impact.com, not by a request. */
async function sayStillInTrial(until: string): Promise<void> {
  const { t } = admin.words;
  await admin.open("/setup");
  await admin.app.getByText(t("facts.trial.yes"), { exact: true }).click();
  await admin.app.getByLabel(t("facts.trialEndsOn"), { exact: true }).fill(until);
  await admin.app.getByText(t("facts.card.no"), { exact: true }).click();
  await admin.save();
  await admin.heading.filter({ hasText: t("setup.title") }).waitFor({ state: "detached" });
}

/** Opens the first chart's table, as a merchant does. */
async function openTable(): Promise<void> {
  await admin.button(admin.words.t("chart.showTable")).first().click();
}

async function openJune(): Promise<void> {
  const june = admin.app.locator('.ledger-group button[aria-expanded="false"]').nth(1);
  await june.click();
  await admin.app.locator(".ledger-row").nth(20).waitFor();
}

/** impact.com's own words of the rule. */
async function openOriginal(): Promise<void> {
  await admin.app.locator('.why button[aria-expanded="false"]').first().click();
}

/** All that run; those that start later and the proposals stay. */
async function endContractsToday(): Promise<void> {
  await new ImpactUi(demo, await demo.newPage(), "busy").expireAllContracts({ withdraw: false });
  await admin.open("/close/expire-contracts");
  const task = admin.words.t("close.task.expire-contracts");
  await admin.button(admin.words.t("check.againFor", { task })).click();
  await admin.app.locator(".split-ending").first().waitFor();
}
