import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { Locale } from "#app/messages/locales.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { Admin } from "./support/admin.ts";
import { countClicks } from "./support/clicks.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { ImpactUi } from "./support/impact-ui.ts";
import { COMMISSION, walkedIn } from "./support/languages.ts";
import { clearFaults, moveClockTo, setFault, startOver, ticketsOf } from "./support/sandbox-calls.ts";
import { taskRow, taskStatus } from "./support/task-rows.ts";
import { isSent } from "./support/way-out.ts";

const demo = demoForFile();

/** Two contracts that are left, after a check of them. */
const LEFT: Record<Locale, string> = {
  en: ": 2 left",
  "zh-CN": "还剩 2 项",
  "zh-TW": "2 項",
  ja: "2件",
  de: "2 offen",
  fr: "2 à traiter",
  es: "2",
  it: "2 da gestire",
  nl: "2 te doen",
  da: "2 tilbage",
  sv: "2 kvar",
  nb: "2 igjen",
};

/** And two that end on the day. */
const ENDING: Record<Locale, string> = {
  en: "2 end today",
  "zh-CN": "2 份今天到期",
  "zh-TW": "2 份今天到期",
  ja: "2件が今日終了",
  de: "2 enden heute",
  fr: "2 expirent aujourd’hui",
  es: "2 finalizan hoy",
  it: "2 terminano oggi",
  nl: "2 eindigen vandaag",
  da: "2 slutter i dag",
  sv: "2 slutar idag",
  nb: "2 slutter i dag",
};

describe.each(walkedIn("en"))("closing in $locale", ({ locale, store }) => {
  let admin: Admin;
  let statusOf: (task: MessageId) => Promise<string | null>;
  afterEach(() => clearFaults(demo, "story"));

  /** "Check again" on the page at hand; done when the button can be pressed once more. */
  async function checkAgain(): Promise<void> {
    const again = admin.button(admin.words.t("freshness.again"));
    const answer = admin.page.waitForResponse((response) => response.url().includes("/app/refresh"));
    await again.click();
    await answer;
    await admin.app.getByText(admin.words.t("freshness.checking")).waitFor({ state: "detached" });
  }

  beforeAll(async () => {
    await startOver(demo);
    // The invoice for the commission exists from 1 July on.
    await moveClockTo(demo, "2026-07-02");
    admin = await Admin.enter(demo, store, locale);
    await connected(admin, "story", STORY_FACTS);
    statusOf = (task) => taskStatus(admin, task);
  });

  it("lists what is left and names each thing on its task's page", async () => {
    const { t } = admin.words;
    await admin.go(t("nav.close"));
    await admin.heading.filter({ hasText: t("close.title") }).waitFor();
    const left = (count: number) => t("close.status.open", { count });
    expect(await statusOf("close.task.expire-contracts")).toBe(left(2));
    // The balance paid the commission when it locked (D1); impact.com still shows its invoice as open.
    const funded = t("close.status.funded", { on: admin.words.day("2026-06-20") });
    // The first reading of the actions may still be going on behind the page.
    await expect.poll(() => statusOf("close.task.pay-actions"), { timeout: 2 * PATIENCE_MS }).toBe(funded);
    expect(await statusOf("close.task.settle-invoices")).toBe(funded);
    expect(await statusOf("close.task.delete-catalogs")).toBe(left(1));
    expect(await statusOf("close.task.refund-form")).toBe(t("closing.status.onlyYou"));
    await shot(admin.page, `close-${locale}`);
    for (const [task, names] of [
      ["close.task.expire-contracts", ["S-7100001", "S-7100002"]],
      ["close.task.settle-invoices", ["31001-202606", COMMISSION[locale]]],
      ["close.task.pay-actions", ["21001.4636.100001", "21001.4636.100002"]],
      ["close.task.delete-catalogs", ["Acme Outdoor products"]],
    ] as const) {
      await taskRow(admin, task).click();
      await admin.heading.filter({ hasText: t(task) }).waitFor();
      const result = admin.app.locator("tbody tr");
      for (const name of names) await result.filter({ hasText: name }).first().waitFor();
      await admin.go(t("nav.close"));
      await admin.heading.filter({ hasText: t("close.title") }).waitFor();
    }
  });

  it("says that it cannot check, with what was seen last, when impact.com refuses", async () => {
    const { t } = admin.words;
    await setFault(demo, "story", "forbidden", "Contracts");
    await checkAgain();
    await expect.poll(() => statusOf("close.task.expire-contracts")).toBe(t("close.status.unknown"));
    // One failed source never blanks the others.
    expect(await statusOf("close.task.settle-invoices")).toBe(
      t("close.status.funded", { on: admin.words.day("2026-06-20") }),
    );
    await taskRow(admin, "close.task.expire-contracts").click();
    await admin.heading.filter({ hasText: t("close.task.expire-contracts") }).waitFor();
    await admin.app
      .getByText(t("failure.forbidden", { resource: t("resource.Contracts") }), { exact: true })
      .waitFor();
    // What was seen last stays listed, each contract in its row.
    expect(await admin.app.locator("tbody tr").count()).toBe(2);
    expect(await admin.app.getByText(t("close.status.done"), { exact: true }).count()).toBe(0);
    await shot(admin.page, `task-cannot-check-${locale}`);
    await clearFaults(demo, "story");
    await admin.button(t("check.againFor", { task: t("close.task.expire-contracts") })).click();
    await admin.app.getByRole("status").filter({ hasText: LEFT[locale] }).waitFor();
  });

  it("sees what was settled in impact.com at the next check", async () => {
    const { t } = admin.words;
    const impact = new ImpactUi(demo, await demo.newPage(), "story");
    await impact.expireAllContracts();
    await impact.payAllInvoices();
    await impact.deleteCatalog();
    await admin.go(t("nav.close"));
    await admin.heading.filter({ hasText: t("close.title") }).waitFor();
    await checkAgain();
    // A contract that ends on a known day, which is today, is not left (D5).
    for (const task of ["close.task.settle-invoices", "close.task.delete-catalogs"] as const)
      await expect.poll(() => statusOf(task)).toBe(t("close.status.done"));
    expect(await statusOf("close.task.expire-contracts")).toBe(ENDING[locale]);
    await admin.moveClock("day");
    await admin.checkedToday("America/New_York");
    expect(await statusOf("close.task.expire-contracts")).toBe(t("close.status.done"));
  });

  it("hands over in three presses from Home, without a reason, once however often it is sent", async () => {
    const { t } = admin.words;
    const before = (await ticketsOf(demo)).length;
    const otherTab = new Admin(demo, await admin.page.context().newPage(), store, locale);
    await otherTab.open("/close/review");
    await keepAsItIs(otherTab.page, "/app/close/review");

    await admin.goHome();
    await admin.heading.filter({ hasText: "impact.com" }).waitFor();
    const clicks = await countClicks(admin.page);
    await admin.go(t("nav.close"));
    await admin.button(t("close.review")).click();
    const body = await admin.app.getByLabel(t("review.body")).inputValue();
    const subject = await admin.app.getByLabel(t("review.subject")).inputValue();
    expect(await admin.app.getByLabel(t("review.reason")).inputValue()).toBe("");
    await shot(admin.page, `review-${locale}`);
    expect(await clicks()).toBe(2);
    await admin.button(t("review.submit")).dblclick();

    const reference = await referenceOn(admin);
    await isSent(admin);
    await admin.app.getByText(t("receipt.notClosed")).first().waitFor();
    await expect.poll(async () => (await ticketsOf(demo)).length).toBe(before + 1);
    await shot(admin.page, `receipt-${locale}`);

    await otherTab.button(t("review.submit")).click();
    expect(await referenceOn(otherTab)).toBe(reference);
    await admin.page.goBack();
    expect(await referenceOn(admin)).toBe(reference);
    const [ticket, ...rest] = await ticketsOf(demo);
    expect(rest.length).toBe(before);
    expect(ticket).toMatchObject({ subject: `${subject} [${reference}]`, receivedCount: 1 });
    // Above the merchant's own text stands one line that says how the account was proved.
    expect(ticket?.text).toMatch(/^Settled: an API token proved account IRs3StoryAcme0001/);
    expect(ticket?.text.trim()).toMatch(/\n---\n/);
    expect(ticket?.text.trim().endsWith(body.trim())).toBe(true);
  });
});

/**
 * A form that is loaded anew after the request was sent elsewhere leads to that request by itself. What the page at this
 * path asks for stays unanswered from here on, so that the form from before still stands.
 */
async function keepAsItIs(page: Page, path: string): Promise<void> {
  const isData = (url: URL) => url.pathname === path && url.searchParams.has("_data");
  await page.route(isData, (route) => (route.request().method() === "GET" ? undefined : route.continue()));
}

/** The reference in the receipt's title. */
async function referenceOn(admin: Admin): Promise<string> {
  const title = admin.heading.filter({ hasText: /[A-Z0-9]+-[A-Z0-9-]+/ });
  await title.waitFor();
  return /[A-Z0-9]+-[A-Z0-9-]+/.exec((await title.textContent()) ?? "")?.[0] ?? "";
}
