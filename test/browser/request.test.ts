import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { walkedIn } from "./support/languages.ts";
import { axeFindings, sidewaysOverflow } from "./support/page-checks.ts";
import { flowTriggersOf, mailsTo, submit, ticketsOf } from "./support/sandbox-calls.ts";

const demo = demoForFile({ channel: "freshdesk" });

describe.each(walkedIn("zh-CN"))(
  "a closing request over Freshdesk in $locale",
  ({ locale, store, owner }) => {
    let admin: Admin;
    beforeAll(async () => {
      admin = await Admin.enter(demo, store, locale);
    });
    const say = (text: string) => admin.app.getByText(text, { exact: true });

    /** Chooses what has happened, fills in the evidence and adds it. */
    async function tell(choice: string, evidence: Record<string, string> = {}): Promise<void> {
      const answer = admin.app.getByRole("button", { name: choice, exact: true });
      if ((await answer.getAttribute("aria-expanded")) === "false") await answer.click();
      for (const [label, text] of Object.entries(evidence)) await admin.app.getByLabel(label).fill(text);
      await admin.button(admin.words.t("move.submit")).click();
    }

    it("can be preceded by a look at the trial's own way; what the merchant saw there is kept", async () => {
      const { t } = admin.words;
      await admin.open("/close");
      await admin.app.getByRole("link", { name: t("close.route.trialMore") }).click();
      await say(t("trial.status.unknown")).waitFor();
      await admin.app.locator("label", { hasText: t("trial.answer.not-shown") }).click();
      await admin.app.getByLabel(t("trial.words")).fill("Upgrade");
      await admin.button(t("trial.save")).click();
      await admin.app.getByRole("status").filter({ hasText: "Upgrade" }).waitFor();
      await shot(admin.page, `trial-${locale}`);
      await admin.app
        .getByRole("link", { name: t("questions.title") })
        .first()
        .click();
      await admin.heading.filter({ hasText: t("questions.title") }).waitFor();
      await say(t("questions.back.closed")).waitFor();
    });

    it("is handed over without any connection or fact, and arrives as one ticket", async () => {
      const { t } = admin.words;
      const before = (await ticketsOf(demo)).length;
      await admin.open("/close/review");
      await admin.button(t("review.submit")).click();
      await admin.app.getByText(t("receipt.event.channel-accepted", { to: "Freshdesk" })).waitFor();
      const [ticket, ...others] = await ticketsOf(demo);
      expect(others).toHaveLength(before);
      await say(t("receipt.ticketNumber", { number: ticket?.number.replace("HD-", "") ?? "" }))
        .first()
        .waitFor();
    });

    it("shows what the help desk says", async () => {
      const { t } = admin.words;
      // As it came: nobody has taken notice of it, and the page claims nothing else.
      await admin.button(t("receipt.askDesk")).click();
      await say(t("receipt.askDesk.as-before")).waitFor();
      expect(await say(t("receipt.state.acknowledged")).count()).toBe(0);
      const [ticket] = await ticketsOf(demo);
      await submit(demo, `/help-desk/tickets/${ticket?.number}/acknowledge`, {});
      await admin.button(t("receipt.askDesk")).click();
      await say(t("receipt.state.acknowledged")).waitFor();
      await say(t("receipt.askDesk.moved")).waitFor();
      // News a day old starts no automation any more: it is out before the clock moves.
      await expect
        .poll(async () => (await flowTriggersOf(demo, store)).map(({ payload }) => payload.Status))
        .toContain("acknowledged");
    });

    it("shows by itself, on return a day later, that the help desk waits; mail and Flow hear of it", async () => {
      const { t } = admin.words;
      const [ticket] = await ticketsOf(demo);
      await submit(demo, `/help-desk/tickets/${ticket?.number}/ask`, { text: "The form, please." });
      await admin.moveClock("day");
      await say(t("receipt.state.needs-something")).first().waitFor();
      await say(t("status.said", { said: "Pending (3)" })).waitFor();
      await shot(admin.page, `request-waits-${locale}`);
      const reference = ticket?.subject.match(/SET-[\w-]+/)?.[0] ?? "";
      const subject = t("mail.status.subject.desk-waits", { reference });
      await expect
        .poll(async () => (await mailsTo(demo, owner)).map((mail) => mail.subject))
        .toContain(subject);
      await expect
        .poll(async () => (await flowTriggersOf(demo, store)).map(({ payload }) => payload.Status))
        .toEqual(["ready", "sent", "acknowledged", "needs-something"]);
      await admin.page.goto(`${admin.storeUrl}/flow`);
      await admin.page.getByText("needs-something").waitFor();
      await shot(admin.page, `flow-${locale}`);
      await admin.open(`/close/requests/${reference}`);
    });

    it("is not closed without evidence, and is closed with it", async () => {
      const { t } = admin.words;
      demo.noise.expect(422, /\/app\/close\/requests\//);
      await tell(t("move.told-closed"));
      await admin.app
        .getByText(
          t("move.problem.evidence-missing", { needs: `${t("move.proof")} / ${t("move.statement")}` }),
        )
        .first()
        .waitFor();
      // The field that lacks something says so itself.
      expect(await admin.app.getByLabel(t("move.proof"), { exact: true }).getAttribute("aria-invalid")).toBe(
        "true",
      );
      await say(t("receipt.state.needs-something")).first().waitFor();
      expect(await axeFindings(admin.frame())).toEqual([]);
      await admin.page.setViewportSize({ width: 390, height: 2400 });
      expect(await sidewaysOverflow(admin.frame())).toBeLessThanOrEqual(0);
      await shot(admin.page, `request-moves-${locale}`);
      await admin.page.setViewportSize({ width: 1280, height: 900 });
      await tell(t("move.told-closed"), { [t("move.proof")]: "Your account was closed today." });
      await say(t("receipt.state.closed")).waitFor();
      await say("Your account was closed today.").waitFor();
      expect(await say(t("receipt.notClosed")).count()).toBe(0);
      await shot(admin.page, `request-closed-${locale}`);
    });

    it("warns of no further fee once the account is closed by evidence", async () => {
      const { t } = admin.words;
      await admin.go(t("nav.uninstall"));
      await say(t("before.closed")).waitFor();
      expect(await say(t("before.head")).count()).toBe(0);
      await admin.goHome();
      await admin.button(t("home.requestLink")).first().waitFor();
      expect(await say(t("overview.band.title")).count()).toBe(0);
      await say(t("overview.band.closed")).waitFor();
      await admin.button(t("home.requestLink")).first().click();
    });

    it("shows the refund as told by the merchant", async () => {
      const { t } = admin.words;
      await tell(t("move.told-refunded"));
      await say(t("receipt.state.refund-received")).waitFor();
      await admin.app.getByText(t("receipt.level.told")).last().waitFor();
    });

    it("gives its evidence as a file, with the fingerprint to keep apart", async () => {
      const { t } = admin.words;
      const downloaded = admin.page.waitForEvent("download");
      await admin.button(t("pack.get")).click();
      expect((await downloaded).suggestedFilename()).toMatch(/^SET-.*\.zip$/);
      await admin.app
        .getByRole("status")
        .filter({ hasText: /[0-9a-f]{64}/ })
        .waitFor();
    });
  },
);
