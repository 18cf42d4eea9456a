import { beforeAll, expect, it } from "vitest";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { Admin } from "./support/admin.ts";
import { sendCredentials, tellFacts } from "./support/connect.ts";
import { demoForFile } from "./support/demo.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
/** A brand of each kind: new, in its trial, behind with payments, in yen, with several programs; and two partners. */
const KEYS = ["new", "trial", "delinquent", "jpy", "multi", "partner-small", "partner-zero"];
const PAGES = ["", "/close", "/before-uninstall"];
const ACCOUNTS = demoAccounts()
  .map(({ seed }) => seed)
  .filter(({ sandbox }) => KEYS.includes(sandbox.key));

let admin: Admin;
beforeAll(async () => {
  await moveClockTo(demo, "2026-07-02");
  admin = await Admin.enter(demo, "acme-outdoor", "en");
});

const textsOf = async (): Promise<string[]> => {
  const texts: string[] = [];
  for (const path of PAGES) {
    await admin.open(path);
    texts.push((await admin.app.locator("body").innerText()).replaceAll(/\s+/g, " "));
  }
  return texts;
};

/** What no page may say, of whatever account and in whatever state. */
function isTrue(name: string, [home = "", close = "", before = ""]: string[]): void {
  for (const text of [home, close, before])
    expect([name, /undefined|NaN|\{\w+\}|core\.|Invalid/.exec(text)?.[0] ?? null]).toEqual([name, null]);
  // "Nothing" is not said while something is left, and an overdue sum is the same everywhere.
  const saysNothing = close.includes(admin.words.note({ id: "core.earliest.nothingHolds" }));
  expect([name, saysNothing && /\b\d+ left\b/.test(close)]).toEqual([name, false]);
  const overdue = (text: string) =>
    /([$€¥]|JP¥)[\d,.]+(?= is overdue|.{0,20} overdue)/.exec(text)?.[0] ?? null;
  if (overdue(home) && overdue(close)) expect([name, overdue(close)]).toEqual([name, overdue(home)]);
  // The minimum of a month, wherever it is named, is one sum.
  const minimums = [home, close, before].flatMap(
    (text) => /least (?:about )?(\S+) a month/.exec(text)?.[1] ?? [],
  );
  expect([name, new Set(minimums).size <= 1]).toEqual([name, true]);
}

it("says nothing untrue before an account is connected", async () => {
  isTrue("before setup", await textsOf());
});

it.each(ACCOUNTS.map(({ sandbox, account }) => ({ key: sandbox.key, sandbox, account })))(
  "says the same of the account '$key' on every page",
  async ({ key, sandbox, account }) => {
    await admin.open("/connect");
    await sendCredentials(admin, sandbox.sid, sandbox.token);
    // A brand goes on to its key facts, a partner to Home.
    await admin.heading.filter({ hasText: admin.words.t("connect.title") }).waitFor({ state: "detached" });
    if (sandbox.persona === "brand")
      await tellFacts(admin, { signedUpOn: account.signedUpOn, balance: "0", balanceAsOf: "2026-07-02" });
    isTrue(key, await textsOf());
  },
);
