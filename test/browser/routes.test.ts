import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { MessageId } from "#app/messages/catalogue.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { watchExitPages } from "./support/exit-page.ts";
import { walkedIn } from "./support/languages.ts";
import { AMOUNT } from "./support/page-checks.ts";
import { mailedCode, mailsTo, startOver, ticketsOf } from "./support/sandbox-calls.ts";
import { taskRow } from "./support/task-rows.ts";
import { fromHome, handOverFromHome, isSound, withdraw } from "./support/way-out.ts";

describe.each(walkedIn("en"))("the four ways out, in $locale", ({ locale, store, owner }) => {
  // A demo each: three requests for one account are sent a day, and no more.
  const demo = demoForFile();
  let admin: Admin;
  let visitor: Page;
  const t: Admin["words"]["t"] = (id, values) => admin.words.t(id, values);
  const say = (id: MessageId) => admin.app.getByText(t(id), { exact: true }).first();
  const title = (id: MessageId) => admin.heading.filter({ hasText: t(id) });

  beforeAll(async () => {
    await startOver(demo);
    admin = await Admin.enter(demo, store, locale);
    await connected(admin, "story", STORY_FACTS);
  });

  async function answer(label: MessageId): Promise<void> {
    await admin.app.locator("label", { hasText: t(label) }).click();
    await admin.button(t("trial.decide")).click();
  }

  /** Presses "Change" beside an answer of the review. */
  async function change(answer: MessageId): Promise<void> {
    await admin.open("/close/review");
    await admin.app.getByRole("link", { name: `${t("common.edit")}: ${t(answer)}`, exact: true }).click();
    await title("review.title").waitFor({ state: "detached" });
  }

  it("in the trial is impact.com's own button, two presses from Home", async () => {
    await fromHome(admin);
    await answer("route.button.shown");
    await say("route.is.trial-cancel").waitFor();
    await isSound(admin, "trial-hub");
    expect(await admin.button(t("close.route.trialLink")).getAttribute("href")).toMatch(
      /finance-subscription/,
    );
    // The answer is known from now on: Close account, and the button that leads to impact.com.
    const clicks = await fromHome(admin);
    const [tab] = await Promise.all([
      admin.page.context().waitForEvent("page"),
      admin.button(t("close.route.trialLink")).click(),
    ]);
    await tab.close();
    expect(await clicks()).toBe(2);
  });

  it("after the trial is a ticket, once the button turned out not to be there", async () => {
    await admin.open("/close/route");
    await isSound(admin, "questions");
    await answer("route.button.not-shown");
    await say("route.is.starter-ticket").waitFor();
    if (!(await say("core.route.buttonNotShown").isVisible())) await say("route.is.starter-ticket").click();
    await say("core.route.buttonNotShown").waitFor();
    expect(await handOverFromHome(demo, admin)).toContain("Requested closing date: the earliest possible");
    await withdraw(admin);
  });

  it("of another brand account has S1's list, and its ticket says that it cannot be undone", async () => {
    await admin.open("/close/route");
    await answer("route.account.other-brand");
    await say("route.is.brand-ticket").waitFor();
    // Starter's figures are gone with the answer, and the way to change it stands in their place.
    for (const place of ["", "/fees", "/ledger"]) {
      await admin.open(place);
      await say("kinds.other.other-brand.body").waitFor();
      expect(await admin.app.locator("body").innerText()).not.toMatch(AMOUNT);
      await isSound(admin, `other-edition${place.replace("/", "-")}`);
    }
    await admin.button(t("kinds.other.change")).click();
    await title("route.title").waitFor();
    await admin.open("/close/review");
    await admin.button(t("review.leftSee")).click();
    await taskRow(admin, "close.task.cover-required-funding").click();
    await title("close.task.cover-required-funding").waitFor();
    await admin.app.locator("label", { hasText: t("told.open") }).click();
    await admin.button(t("common.save")).click();
    await title("review.title").waitFor();
    await change("review.signedUpOn");
    await admin.app.getByLabel(t("facts.signedUpOn"), { exact: true }).fill("2026-05-11");
    await admin.save();
    await title("review.title").waitFor();
    await admin.open("/close/cover-required-funding");
    await admin.app.getByText(`${t("close.status.openPlain")} · ${t("close.told")}`).waitFor();
    await admin.open("/close/settle-pending-actions");
    await isSound(admin, "brand-actions");
    await admin.open("/close/withdraw-switches");
    await isSound(admin, "brand-switches");
    const text = await handOverFromHome(demo, admin, { hub: "brand-hub" });
    expect(text).toContain("I know that this is final");
    expect(text).toContain("- Required funding: the balance may not cover it");
    await withdraw(admin);
  });

  it("of a partner closes several accounts with one ticket, and says what shall happen to the balance", async () => {
    await admin.open("/setup");
    await admin.button(t("connect.disconnect")).click();
    await admin.button(t("connect.disconnect")).waitFor({ state: "detached" });
    // Whoever works by keyboard is told, and goes on from there.
    await expect
      .poll(() => admin.frame().evaluate(() => document.activeElement?.textContent))
      .toBe(t("setup.notConnected"));
    await admin.open("/close/route");
    await answer("route.account.partner");
    await say("route.is.partner-ticket").waitFor();
    await admin.open();
    await say("kinds.other.partner.body").waitFor();
    await isSound(admin, "partner-told-home");
    await admin.open("/close/partner-balance");
    await admin.app.getByLabel(t("balance.amount"), { exact: true }).fill("12.50");
    await admin.app.getByLabel(t("balance.threshold"), { exact: true }).fill("20.00");
    await admin.app.locator("label", { hasText: t("balance.way.forfeit") }).click();
    await isSound(admin, "partner-balance");
    await admin.button(t("common.save")).click();
    await admin.app.getByText(`${t("close.status.done")} · ${t("close.told")}`).waitFor();
    await admin.open("/close/details?back=review");
    demo.noise.expect(422, /close\/details/);
    const accounts = admin.app.getByLabel(t("details.accountMany"));
    await accounts.fill("IRpartner0001\nnot-one");
    await admin.button(t("common.save")).click();
    await admin.app
      .getByText(t("details.error.sid", { sid: "not-one" }))
      .first()
      .waitFor();
    await isSound(admin, "partner-accounts");
    await accounts.fill("IRpartner0001\nIRmember00002");
    await admin.button(t("common.save")).click();
    await title("review.title").waitFor();
    const text = await handOverFromHome(demo, admin, { hub: "partner-hub", review: "partner-review" });
    for (const part of ["IRpartner0001", "IRmember00002", "I forfeit this balance."])
      expect(text).toContain(part);
    await withdraw(admin);
  });

  it("is the same from the link in the e-mail: link, Review, Hand over", async () => {
    await admin.uninstall();
    const link = async () => /http:\S+\/l\/\S+/.exec((await mailsTo(demo, owner))[0]?.text ?? "")?.[0];
    await expect.poll(link).toBeDefined();
    const page = await demo.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    const before = (await ticketsOf(demo)).length;
    let clicks = 1;
    await page.goto((await link()) ?? "");
    const press = async (role: "link" | "button", name: MessageId) => {
      clicks += 1;
      await page.getByRole(role, { name: t(name), exact: true }).click();
    };
    await page.getByText(t("route.is.partner-ticket"), { exact: true }).waitFor();
    await page.getByText(t("close.task.partner-balance"), { exact: true }).waitFor();
    await shot(page, `way-exit-${locale}`);
    await press("button", "exit.review");
    await page.getByText(t("review.irreversible.partner-ticket"), { exact: true }).waitFor();
    await shot(page, `way-exit-review-${locale}`);
    // The tick is what tells a person from a mail scanner; it is no step of its own.
    await page.locator("#read").check();
    await page.locator("#code").fill(await mailedCode(demo, owner, t("mail.exitCode.subject")));
    await press("button", "review.submit");
    await page.waitForURL("**/exit/request");
    expect(clicks).toBe(3);
    await expect.poll(async () => (await ticketsOf(demo)).length).toBe(before + 1);
    expect((await ticketsOf(demo))[0]?.text).toContain("IRmember00002");
    visitor = page;
  });

  it("has its answers and its news beside the way, on pages without a script", async () => {
    const pages = watchExitPages(visitor, demo);
    const go = async (path: string) => {
      await visitor.goto(`${demo.appUrl}/exit${path}`);
      await pages.holds();
      for (const width of [320, 390, 1280]) {
        await visitor.setViewportSize({ width, height: 900 });
        await shot(visitor, `exit${path.replaceAll("/", "-")}-${locale}`);
      }
    };
    const press = (name: MessageId) => visitor.getByRole("button", { name: t(name), exact: true }).click();
    await go("/tasks/partner-balance");
    expect(await visitor.locator("#amount").inputValue()).toBe("12.50");
    await visitor.locator("#amount").fill("much");
    demo.noise.expect(422, /exit\/(tasks|note)/);
    await press("common.save");
    await visitor.getByRole("alert").waitFor();
    await pages.holds();
    await shot(visitor, `exit-balance-wrong-${locale}`);
    await visitor.locator("#amount").fill("0");
    await press("common.save");
    await visitor.getByRole("link", { name: t("close.task.partner-contracts"), exact: true }).click();
    await visitor.locator("label", { hasText: t("told.done") }).click();
    await press("common.save");
    const shown = t("closing.status.doneEntered");
    await expect.poll(() => visitor.getByText(shown, { exact: true }).count()).toBe(2);
    for (const path of locale === "en" ? ["", "/accounts", "/note"] : ["/note"]) await go(path);
    await press("move.submit");
    await visitor
      .getByRole("alert")
      .filter({ hasText: t("move.problem.choose") })
      .waitFor();
    await visitor.locator("label", { hasText: t("move.told-closed") }).click();
    await visitor.locator("#proof").fill("Closed.");
    await press("move.submit");
    await visitor
      .getByRole("status")
      .filter({ hasText: t("receipt.state.closed") })
      .waitFor();
    // A partner paid no fee: nothing is to come back; a closing noted by mistake can still be taken back.
    expect(await visitor.getByRole("link", { name: t("exit.note"), exact: true }).count()).toBe(1);
    await go("/request");
  });
});
