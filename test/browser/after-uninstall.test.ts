import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { watchExitPages } from "./support/exit-page.ts";
import { walkedIn } from "./support/languages.ts";
import { allMailsTo, mailedCode, mailsTo, moveClockTo, startOver } from "./support/sandbox-calls.ts";

const demo = demoForFile();

describe.each(walkedIn("en"))(
  "what a merchant chose for after an uninstall, in $locale",
  ({ locale, store, owner }) => {
    let admin: Admin;
    let visitor: Page;
    let pages: ReturnType<typeof watchExitPages>;
    const subjects = async () => (await mailsTo(demo, owner)).map(({ subject }) => subject);
    const link = async (subject: string) => {
      const mail = (await mailsTo(demo, owner)).find((each) => each.subject === subject);
      return /http:\/\/localhost:\d+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    };

    beforeAll(async () => {
      await startOver(demo);
      await moveClockTo(demo, "2026-06-05");
      admin = await Admin.enter(demo, store, locale);
      await connected(admin, "story", STORY_FACTS);
      visitor = await demo.newPage({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
      pages = watchExitPages(visitor, demo);
    });

    it("is unticked at first, is saved with its date, and shows the warning they would get", async () => {
      const { t } = admin.words;
      await admin.open("/setup");
      const boxes = admin.app.getByRole("checkbox");
      expect(await boxes.count()).toBe(2);
      for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false);
      await admin.app.getByText(t("mail.warning.subject", { variant: "open" })).waitFor();
      await admin.app.getByText(t("choices.previewTitle")).scrollIntoViewIfNeeded();
      await shot(admin.page, `setup-choices-unticked-${locale}`);
      // The first page in a newly chosen language shows the warning in that one already.
      await admin.switchTo(locale === "en" ? "zh-CN" : "en");
      await admin.app.getByText(admin.words.t("mail.warning.subject", { variant: "open" })).waitFor();
      await admin.switchTo(locale);
      await admin.app.getByRole("checkbox", { name: t("choices.remindBeforeFees") }).check();
      await admin.save();
      const [granted = ""] = t("choices.granted", { choice: t("choices.remindBeforeFees"), when: "|" }).split(
        "|",
      );
      await admin.app.getByText(granted).waitFor();
      await admin.open("/setup");
      expect(await admin.app.getByRole("checkbox", { name: t("choices.remindBeforeFees") }).isChecked()).toBe(
        true,
      );
      await admin.app.getByText(t("choices.previewTitle")).scrollIntoViewIfNeeded();
      await shot(admin.page, `setup-choices-${locale}`);
    });

    it("says who connected and chose, by name, in Setup and to the contact address", async () => {
      const { t } = admin.words;
      const history = admin.app.getByText(t("history.connected", { account: "0001" }));
      const names = admin.app.getByText(
        t("history.by.name", { name: owner.startsWith("owner@acme") ? "Alex Morgan" : "Jana Weber" }),
      );
      await history.scrollIntoViewIfNeeded();
      expect(await names.count()).toBe(2);
      await shot(admin.page, `setup-history-${locale}`);
      const notified = async () => (await allMailsTo(demo, owner)).map(({ subject }) => subject);
      await expect.poll(notified).toContain(t("mail.news.subject.connected"));
      await expect.poll(notified).toContain(t("mail.news.subject.choice-given"));
    });

    it("lets e-mails be stopped in Setup, says so before the uninstall, and takes it back", async () => {
      const { t } = admin.words;
      await admin.button(t("mailswitch.stop")).click();
      const resume = admin.button(t("mailswitch.resume"));
      await resume.waitFor();
      await resume.scrollIntoViewIfNeeded();
      await shot(admin.page, `setup-mail-stopped-${locale}`);
      await admin.open("/before-uninstall");
      // In some languages the sentence begins with the moment, in some it ends with it.
      const parts = t("before.mailStopped", { when: "|" }).split("|");
      const stopped = parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
      await admin.app.getByText(stopped).waitFor();
      await shot(admin.page, `before-uninstall-stopped-${locale}`);
      await admin.open("/setup");
      await admin.button(t("mailswitch.resume")).click();
      await admin.button(t("mailswitch.stop")).waitFor();
    });

    it("brings the warning within the hour although the webhook got lost (W10)", async () => {
      await admin.uninstall({ lost: true });
      expect(await subjects()).toEqual([]);
      await moveClockTo(demo, "2026-06-05T14:05:00Z");
      const warning = admin.words.t("mail.warning.subject", { variant: "open" });
      await expect.poll(subjects).toEqual([warning]);
    });

    it("brings one reminder three business days before the fee", async () => {
      const { t, date } = admin.words;
      await moveClockTo(demo, "2026-06-29");
      const reminder = t("mail.reminder.subject", { on: date("2026-07-01"), maybe: "false" });
      await expect.poll(subjects).toContain(reminder);
      expect((await subjects()).filter((subject) => subject === reminder)).toHaveLength(1);
      await visitor.goto(await link(reminder));
      expect(visitor.url()).toBe(`${demo.appUrl}/exit`);
      await visitor.setViewportSize({ width: 1280, height: 900 });
      await shot(visitor, `exit-${locale}`);
      await visitor.setViewportSize({ width: 390, height: 800 });
      await shot(visitor, `exit-${locale}`);
      await visitor.getByRole("link", { name: t("exit.stop") }).click();
      await visitor.getByRole("button", { name: t("exit.stopSubmit") }).waitFor();
      await pages.holds();
      await visitor.goBack();
    });

    it("is forgotten, with a last mail, when they delete their data without any script", async () => {
      const { t } = admin.words;
      await visitor.getByRole("link", { name: t("exit.delete") }).click();
      await visitor.getByRole("heading", { level: 1 }).waitFor();
      await pages.holds();
      await shot(visitor, `exit-delete-${locale}`);
      await visitor.getByRole("checkbox").check();
      demo.noise.expect(422, /\/exit\/delete/);
      const submit = visitor.getByRole("button", { name: t("exit.deleteSubmit") });
      await submit.click();
      // Who was forwarded the link deletes nothing: the code is in the owner's mailbox.
      const code = visitor.getByRole("textbox", { name: t("exit.code.label") });
      await code.waitFor();
      await pages.holds();
      await shot(visitor, `exit-delete-code-${locale}`);
      await code.fill(await mailedCode(demo, owner, t("mail.exitCode.subject")));
      await submit.click();
      await visitor.getByRole("heading", { name: t("exit.deletedTitle") }).waitFor();
      await pages.holds();
      await shot(visitor, `exit-deleted-${locale}`);
      const [last = ""] = t("mail.final.subject", { shopName: "|" }).split("|");
      await expect
        .poll(async () => (await subjects()).some((subject) => subject.startsWith(last)))
        .toBe(true);
      await visitor.goto(`${demo.appUrl}/exit`);
      expect(visitor.url()).toBe(`${demo.appUrl}/exit/link`);
    });
  },
);
