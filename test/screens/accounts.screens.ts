import { beforeAll, describe, it } from "vitest";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { Admin } from "#test/browser/support/admin.ts";
import { sendCredentials, tellFacts } from "#test/browser/support/connect.ts";
import { demoForFile } from "#test/browser/support/demo.ts";
import { moveClockTo } from "#test/browser/support/sandbox-calls.ts";
import { pictures, type Screen } from "./support/pictures.ts";

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  admin = await Admin.enter(demo, "acme-outdoor", "en");
});

/** Names as the mock-ups have them. A day is that of the store admin's clock, which only moves forward. */
type Walk = { key: string; on: string; balance?: string; screens: Screen[] };

const FIRST: Screen[] = [
  { name: "home-f-first-run", path: "" },
  { name: "connect", path: "/connect" },
  { name: "setup-first", path: "/setup" },
  { name: "close-without-facts", path: "/close" },
  { name: "review", path: "/close/review" },
];
const WALKS: Walk[] = [
  {
    key: "story",
    on: "2026-06-03",
    balance: "0.00",
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
    on: "2026-06-10",
    screens: [
      { name: "home-b-selling", path: "" },
      { name: "fees-busy", path: "/fees" },
      { name: "ledger-busy-no-balance", path: "/ledger" },
      { name: "close-busy", path: "/close" },
      { name: "cost-busy", path: "/close/cost" },
      { name: "task-actions", path: "/close/pay-actions" },
      { name: "task-contracts", path: "/close/expire-contracts" },
    ],
  },
  {
    key: "trial",
    on: "2026-06-12",
    screens: [
      { name: "home-d-trial", path: "" },
      { name: "close-trial", path: "/close" },
      { name: "trial", path: "/close/trial" },
    ],
  },
  {
    key: "delinquent",
    on: "2026-06-15",
    balance: "0.00",
    screens: [
      { name: "home-c-overdue", path: "" },
      { name: "close-overdue", path: "/close" },
      { name: "fees-overdue", path: "/fees" },
    ],
  },
  {
    key: "partner-small",
    on: "2026-06-16",
    screens: [
      { name: "home-partner", path: "" },
      { name: "close-partner", path: "/close" },
    ],
  },
  {
    key: "agency",
    on: "2026-06-17",
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
    await moveClockTo(demo, on);
    await admin.open("/connect");
    await sendCredentials(admin, seed.sandbox.sid, seed.sandbox.token);
    await admin.heading.filter({ hasText: admin.words.t("connect.title") }).waitFor({ state: "detached" });
    if (seed.sandbox.persona === "brand")
      await tellFacts(admin, {
        signedUpOn: seed.account.signedUpOn,
        balance: balance ?? "",
        balanceAsOf: balance === undefined ? "" : on,
      });
    await admin.heading.filter({ hasText: admin.words.t("setup.title") }).waitFor({ state: "detached" });
    await pictures(admin, screens);
  });
});
