import { beforeAll, expect, it } from "vitest";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import {
  agreesWithOracle,
  isOver,
  knowsRequest,
  nothingBroken,
  type Words,
} from "./support/account-truths.ts";
import { demoForFile } from "./support/demo.ts";
import { READ_IN } from "./support/languages.ts";
import { Merchant } from "./support/merchant.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
const TODAY = "2026-07-02";
const PAGES = ["", "/close", "/before-uninstall"];
const OF_A_BRAND = [...PAGES, "/fees", "/ledger"];
/** In other languages too, in every state; the figures of a connected account on all of `PAGES`. */
const IN_OTHERS = ["", "/close"];
/** The largest last: its 200,000 actions are still being read while its pages are opened, as a merchant would. */
const ACCOUNTS = demoAccounts()
  .map(({ seed: { sandbox, account } }) => ({ key: sandbox.key, sandbox, account }))
  .toSorted((one, other) => Number(one.key === "large") - Number(other.key === "large"));

let merchant: Merchant;
beforeAll(async () => {
  await moveClockTo(demo, TODAY);
  merchant = await Merchant.enter(demo, "acme-outdoor");
});

/** What the pages say in each language, broken nowhere. */
async function read(name: string, english: readonly string[], others = IN_OTHERS): Promise<Words[]> {
  const all: Words[] = [];
  for (const locale of READ_IN) {
    const pages: Record<string, string> = {};
    for (const path of locale === "en" ? english : others) pages[path] = await merchant.words(path, locale);
    const words = { locale, pages };
    nothingBroken(`${name}, ${locale}`, words);
    all.push(words);
  }
  return all;
}

it("there are eleven of them", () => {
  expect(ACCOUNTS.map(({ key }) => key)).toHaveLength(11);
});

it("says nothing untrue before an account is connected", async () => {
  await read("nobody", OF_A_BRAND);
});

it.each(ACCOUNTS)(
  "'$key' says the same on every page, from setup to closing",
  async ({ key, sandbox, account }) => {
    const isBrand = sandbox.persona === "brand";
    // The sandbox makes an account's actions when somebody first looks; impact.com has them.
    await fetch(`${demo.sandboxUrl}/impact/accounts/${key}/actions`);
    await merchant.connect(sandbox.sid, sandbox.token);
    await read(`${key} before setup`, PAGES);
    if (isBrand) {
      const facts = { signedUpOn: account.signedUpOn, balance: "0", balanceAsOf: TODAY };
      await merchant.tellFacts({
        ...facts,
        ...(account.trialEndsOn && { trialEndsOn: account.trialEndsOn }),
      });
      const holds = key === "large" ? null : agreesWithOracle(key, await merchant.accountFile(), TODAY);
      for (const words of await read(`${key} connected`, OF_A_BRAND, PAGES)) holds?.(words);
    }
    // impact.com closes no agency account by a request; its pages name the brands.
    if (sandbox.persona === "agency") return;
    const reference = await merchant.sendRequest();
    for (const words of await read(`${key} with a request`, [...PAGES, `/close/requests/${reference}`]))
      knowsRequest(key, words, reference);
    await merchant.noteClosed(reference);
    for (const words of await read(`${key} closed`, [...PAGES, `/close/requests/${reference}`]))
      isOver(key, words);
  },
);
