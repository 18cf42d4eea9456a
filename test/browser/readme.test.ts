import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "#scripts/prepare.ts";
import { Admin } from "./support/admin.ts";
import { CREDENTIALS, sendCredentials } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { readLedger } from "./support/ledger-page.ts";
import { mailedCode, mailsTo, ticketsOf } from "./support/sandbox-calls.ts";

const demo = demoForFile();
const ZONE = "America/New_York";
const OWNER = "owner@busy-bikes.example";
const WARNING = "Your impact.com account is still open and can be charged";

/** README's ten steps, as they are read. */
const steps = (
  /## Ten steps through the demo\n([\s\S]*?)\nTo see what failure/.exec(
    readFileSync(path.join(ROOT, "README.md"), "utf8"),
  )?.[1] ?? ""
)
  .split(/^\d+\. /m)
  .slice(1)
  .map((step) => step.replaceAll(/\s+/g, " "));

/** What a step names: places and buttons in italics, what is typed in as code. */
const named = (step: number) =>
  [...(steps[step - 1] ?? "").matchAll(/[_`]([^_`]+)[_`]/g)].map(([, name]) => name);

let page: Page;
let admin: Admin;
const home = () => admin.page.locator(".app-link").click();
const press = (name: string) => admin.button(name).first().click();
const nextEvent = async () => {
  await admin.moveClock("next-event");
  await admin.checkedToday(ZONE);
  return page.locator(".clock time").innerText();
};
const cellsOf = async (date: string) => {
  await admin.go("Ledger");
  await admin.heading.filter({ hasText: "Ledger" }).waitFor();
  const { days } = await readLedger(admin);
  return days.find((day) => day.date === date && !day.expected)?.cells;
};

/** Through the sandbox's first page into a store's admin; Settled opens in it. */
async function enter(card: string, store: "acme-outdoor" | "busy-bikes"): Promise<void> {
  await page
    .locator(".card", { has: page.getByRole("heading", { name: card, exact: true }) })
    .getByText("Open the store admin")
    .click();
  admin = new Admin(demo, page, store, "en");
  await admin.ready();
}

beforeAll(async () => {
  page = await demo.newPage({ viewport: { width: 1280, height: 900 } });
});

describe("README's ten steps through the demo, word for word", () => {
  it("1 and 2: a store's admin, and a connection", async () => {
    expect(named(1)).toEqual(["Acme Outdoor", "Open the store admin"]);
    await page.goto(demo.sandboxUrl);
    expect(await page.locator(".clock time").innerText()).toContain("May 12, 2026");
    await enter("Acme Outdoor", "acme-outdoor");
    const { sid, token } = CREDENTIALS.story;
    expect(named(2)).toEqual(["Connect impact.com", sid, token, "impact.com sandbox"]);
    await press("Connect impact.com");
    await admin.heading.filter({ hasText: "Connect impact.com" }).waitFor();
    demo.noise.expect(422, /\/setup\/connect/);
    await sendCredentials(admin, sid, "a-wrong-one");
    const answer =
      "impact.com does not accept this Account SID and token. Check both, or create a new token.";
    await admin.app.getByText(answer).first().waitFor();
    await sendCredentials(admin, sid, token);
    await admin.heading.filter({ hasText: "Setup" }).waitFor();
  });

  it("3: when the first fee comes and, apart from it, what commissions cost", async () => {
    expect(named(3)).toEqual(["Setup", "0.00", "Home", "Why this number"]);
    await admin.app.getByLabel("Sign-up date", { exact: true }).fill("2026-05-12");
    await admin.app.getByLabel("Funding account balance", { exact: true }).fill("0.00");
    await admin.save();
    for (const text of ["First impact.com fee", "Commissions, last 30 days"])
      await admin.app.getByText(text, { exact: true }).waitFor();
    await admin.app.getByText("Wed, Jul 1, 2026", { exact: true }).waitFor();
    await admin.button("Why this number: First impact.com fee").click();
    const why = admin.app.getByRole("dialog", { name: "Why this number" });
    await why.getByRole("heading", { name: "impact.com’s rule" }).waitFor();
    expect(await why.locator(".why-sum").innerText()).toContain("$30.00");
    await page.keyboard.press("Escape");
  });

  it("4: 30 May, tracked and paid by the card at once", async () => {
    expect(named(4)).toEqual(["Next event", "Ledger"]);
    expect(await page.locator('.clock button[value="next-event"]').innerText()).toBe("Next event");
    expect(await nextEvent()).toContain("May 30, 2026");
    await admin.app.getByText("Card charged today: about $75.00").waitFor();
    // Newly owed, card charged, from balance, balance.
    expect(await cellsOf("Sat, May 30")).toEqual(["$75.00", "$75.00", "–", "$75.00"]);
  });

  it("5: up to 2 July, 105.00 in total", async () => {
    expect(named(5)).toEqual(["Past in total", "Home"]);
    for (const [on, date, cells] of [
      ["Jun 1", "Mon, Jun 1", ["–", "–", "–", "$75.00"]],
      ["Jun 2", "Tue, Jun 2", undefined],
      ["Jun 20", "Sat, Jun 20", ["–", "–", "$75.00", "$0.00"]],
      ["Jul 1", "Wed, Jul 1", ["$30.00", "$30.00", "–", "$30.00"]],
      ["Jul 2", "Thu, Jul 2", ["–", "–", "$30.00", "$0.00"]],
    ] as const) {
      expect(await nextEvent()).toContain(`${on}, 2026`);
      expect([on, await cellsOf(date)]).toEqual([on, cells]);
      if (on === "Jul 1") {
        await home();
        await admin.app.getByText("Card charged today: about $30.00").waitFor();
      }
    }
    expect((await readLedger(admin)).past).toEqual(["$105.00", "$105.00", "$105.00", "$0.00"]);
    await admin.app.getByText("Past in total").waitFor();
  });

  it("6: the fee preview's four parts", async () => {
    expect(named(6)).toEqual(["Fee preview"]);
    await admin.go("Fee preview");
    for (const part of [/so far, so the minimum applies$/, /^Twelve months: /, /^What if$/, /^Editions, /])
      await admin.app.getByRole("heading", { name: part }).waitFor();
    await admin.app.getByText("Too little history for a range: 1 full month so far.").waitFor();
  });

  it("7: both contracts end today, and neither is left to do", async () => {
    expect(named(7)).toEqual(["Close account", "impact.com sandbox", "Check again"]);
    await admin.go("Close account");
    for (const part of [
      "You can close from",
      "Likely refund",
      "How to close: support ticket for a Starter account",
    ])
      await admin.app.getByText(part).first().waitFor();
    await page.getByRole("link", { name: "impact.com sandbox" }).click();
    await page.getByText("Open Acme Outdoor").click();
    await page.getByLabel("Select all on this page").check();
    await page.getByRole("button", { name: "Expire contracts" }).click();
    await page.waitForURL("**done=expired**");
    await admin.open("/close");
    await press("Check again");
    const row = admin.app.getByRole("link", { name: /Expire partner contracts/ });
    await admin.app.getByText("2 end today").waitFor();
    expect(await row.first().innerText()).not.toContain("left");
  });

  it("8: a request that names what is open, in the help desk, and its receipt in the mailbox", async () => {
    expect(named(8)).toEqual(["Review request", "Send closing request", "Help desk", "Mailbox"]);
    await press("Review request");
    await admin.heading.filter({ hasText: "Review request" }).waitFor();
    await press("Send closing request");
    await admin.heading.filter({ hasText: /^Closing request SET-/ }).waitFor();
    await expect
      .poll(async () => (await ticketsOf(demo))[0]?.text)
      .toContain("- 1 product catalog not deleted");
    await expect
      .poll(async () => (await mailsTo(demo, "owner@acme-outdoor.example"))[0]?.subject)
      .toMatch(/^Your closing request SET-\S+ was sent$/);
    await page.getByRole("link", { name: "Help desk" }).click();
    await page.getByText("Please close account IRs3StoryAcme0001").waitFor();
    await page.getByRole("link", { name: "Mailbox" }).click();
    await page.getByText(/^Your closing request SET-\S+ was sent$/).waitFor();
  });

  it("9: Chinese and back", async () => {
    expect(steps[8]).toContain("Switch to 简体中文 at the top right");
    await admin.open();
    await admin.switchTo("zh-CN");
    await admin.heading.filter({ hasText: "您的关闭申请已提交" }).waitFor();
    await page.locator("#app-nav").getByText("费用预览").waitFor();
    await shot(page, "readme-9-zh");
    await admin.switchTo("en");
    await admin.heading.filter({ hasText: "Your closing request was sent" }).waitFor();
  });

  it("10: after an uninstall one warning, its page, and the lost webhook", async () => {
    const { sid, token } = CREDENTIALS.busy;
    expect(named(10)).toEqual([
      "Stores",
      "Busy Bikes",
      sid,
      token,
      "Uninstall app",
      "Mailbox",
      "Mailbox",
      "Lose the webhook",
    ]);
    const subjects = async () => (await mailsTo(demo, OWNER)).map(({ subject }) => subject);
    await page.getByRole("link", { name: "Stores" }).click();
    await enter("Busy Bikes", "busy-bikes");
    await press("Connect impact.com");
    await admin.heading.filter({ hasText: "Connect impact.com" }).waitFor();
    await sendCredentials(admin, sid, token);
    await admin.heading.filter({ hasText: "Setup" }).waitFor();
    await admin.app.getByLabel("Sign-up date", { exact: true }).fill("2025-09-03");
    await admin.save();
    await admin.heading.filter({ hasText: "Your impact.com account has overdue payments" }).waitFor();
    await page.getByText("Uninstall app", { exact: true }).click();
    await page.locator('form[action$="/uninstall"] button').click();
    await page.waitForURL("**/apps");
    await expect.poll(subjects).toEqual([WARNING]);
    const exit = await demo.newPage();
    const [mail] = await mailsTo(demo, OWNER);
    await exit.goto(/http:\/\/localhost:\d+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
    expect(new URL(exit.url()).origin).toBe(demo.appUrl);
    await exit.getByRole("button", { name: "Review request" }).click();
    await exit.locator("#read").check();
    await exit.locator("#code").fill(await mailedCode(demo, OWNER, "Your code from Settled"));
    await exit.getByRole("button", { name: "Send closing request" }).click();
    await exit.waitForURL("**/exit/request");
    await expect
      .poll(async () => (await ticketsOf(demo))[0]?.subject)
      .toMatch(/^Please close account IRbusyNordlicht0002 /);
    await expect.poll(async () => (await subjects())[0]).toMatch(/^Your closing request SET-\S+ was sent$/);
    await admin.install();
    await admin.uninstall({ lost: true });
    const before = (await subjects()).length;
    await page.goto(`${demo.sandboxUrl}/mailbox`);
    await page.locator('.clock button[value="day"]').click();
    await expect
      .poll(async () => (await subjects()).slice(0, -before))
      .toEqual([expect.stringMatching(/^Account still open: SET-/)]);
  });
});
