import { beforeAll, describe, it } from "vitest";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { Admin } from "#test/browser/support/admin.ts";
import { allRead, sendCredentials, tellFacts } from "#test/browser/support/connect.ts";
import { demoForFile } from "#test/browser/support/demo.ts";
import { moveClockTo } from "#test/browser/support/sandbox-calls.ts";
import { pictures, type Screen } from "./support/pictures.ts";

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  admin = await Admin.enter(demo, "acme-outdoor", "en");
});

/**
 * An account and what its merchant knows of it. Names, days and balances are those of the mock-ups. The clock of the
 * store's admin only moves forward: without a day of its own an account is seen on the day of the one before.
 */
type Walk = { key: string; on?: string; balance?: { amount: string; asOf: string }; screens: Screen[] };

const FIRST: Screen[] = [
  { name: "home-f-first-run", path: "" },
  { name: "connect", path: "/connect" },
  { name: "setup-first", path: "/setup" },
  { name: "close-without-facts", path: "/close" },
  { name: "review", path: "/close/review" },
];
const WALKS: Walk[] = [
  {
    key: "trial",
    screens: [
      { name: "home-d-trial", path: "" },
      { name: "close-trial", path: "/close" },
      { name: "trial", path: "/close/trial" },
    ],
  },
  {
    key: "story",
    on: "2026-07-02",
    balance: { amount: "0.00", asOf: "2026-05-12" },
    screens: [
      { name: "home-a-quiet", path: "" },
      { name: "fees-quiet", path: "/fees" },
      { name: "ledger-story", path: "/ledger" },
      { name: "close-story", path: "/close" },
      { name: "cost-story", path: "/close/cost" },
      { name: "before-open", path: "/before-uninstall" },
      { name: "setup", path: "/setup" },
      { name: "export", path: "/export" },
      { name: "questions", path: "/close/questions" },
    ],
  },
  {
    key: "busy",
    balance: { amount: "50.00", asOf: "2026-05-12" },
    screens: [
      { name: "home-b-selling", path: "" },
      { name: "fees-busy", path: "/fees" },
      { name: "ledger-busy-balance", path: "/ledger" },
      { name: "close-busy", path: "/close" },
      { name: "cost-busy", path: "/close/cost" },
      { name: "task-actions", path: "/close/pay-actions" },
      { name: "task-contracts", path: "/close/expire-contracts" },
      { name: "task-invoices", path: "/close/settle-invoices" },
      { name: "task-catalogs", path: "/close/delete-catalogs" },
      { name: "task-refund-form", path: "/close/refund-form" },
      { name: "review-busy", path: "/close/review" },
      { name: "why-this-number", path: "/fees?why=preview.thisMonth.fee.low" },
      { name: "why-cost", path: "/close?why=closure.costToClose.days.2027-02-25.net" },
    ],
  },
  {
    key: "delinquent",
    balance: { amount: "0.00", asOf: "2026-07-02" },
    screens: [
      { name: "home-c-overdue", path: "" },
      { name: "close-overdue", path: "/close" },
      { name: "fees-overdue", path: "/fees" },
    ],
  },
  {
    key: "partner-small",
    screens: [
      { name: "home-partner", path: "" },
      { name: "close-partner", path: "/close" },
      { name: "task-partner-contracts", path: "/close/partner-contracts" },
      { name: "task-partner-balance", path: "/close/partner-balance" },
    ],
  },
  {
    key: "agency",
    screens: [
      { name: "home-agency", path: "" },
      { name: "close-agency", path: "/close" },
    ],
  },
];
const accounts = new Map(demoAccounts().map(({ seed }) => [seed.sandbox.key, seed]));

describe("screens of each account", () => {
  it("first run", async () => pictures(admin, FIRST));

  it.each(WALKS)("$key", async ({ key, on, balance, screens }) => {
    const seed = accounts.get(key);
    if (!seed) throw new Error(`The sandbox has no account ${key}.`);
    if (on !== undefined) await moveClockTo(demo, on);
    await admin.open("/connect");
    await sendCredentials(admin, seed.sandbox.sid, seed.sandbox.token);
    await admin.heading.filter({ hasText: admin.words.t("connect.title") }).waitFor({ state: "detached" });
    if (seed.sandbox.persona === "brand")
      await tellFacts(admin, {
        signedUpOn: seed.account.signedUpOn,
        ...(seed.account.trialEndsOn && { trialEndsOn: seed.account.trialEndsOn }),
        balance: balance?.amount ?? "",
        balanceAsOf: balance?.asOf ?? "",
      });
    await admin.heading.filter({ hasText: admin.words.t("setup.title") }).waitFor({ state: "detached" });
    await allRead(admin);
    await pictures(admin, screens);
  });
});
