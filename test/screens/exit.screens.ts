import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "#test/browser/support/admin.ts";
import { connected, STORY_FACTS } from "#test/browser/support/connect.ts";
import { demoForFile } from "#test/browser/support/demo.ts";
import { mailedCode, mailsTo, moveClockTo } from "#test/browser/support/sandbox-calls.ts";
import { isAsked, LANGUAGES, picture } from "./support/pictures.ts";

const NAMES = ["mail-open", "exit-open", "exit-review", "exit-request", "exit-sent"];
const OWNER = "owner@acme-outdoor.example";

// A store speaks one language while it leaves, and what it left stays known: each language has a demo of its own.
describe.each(LANGUAGES.filter((locale) => NAMES.some((name) => isAsked(name, locale))))(
  "screens after an uninstall in %s",
  (locale) => {
    const demo = demoForFile();
    let visitor: Page;
    let admin: Admin;
    const warning = async () => (await mailsTo(demo, OWNER)).find(({ text }) => text?.includes("/l/"));
    const show = (name: string) => picture(visitor, name, locale, "alone");
    beforeAll(async () => {
      await moveClockTo(demo, "2026-06-05");
      admin = await Admin.enter(demo, "acme-outdoor", locale);
      await connected(admin, "story", STORY_FACTS);
      await admin.uninstall();
      visitor = await demo.newPage({ javaScriptEnabled: false, locale });
    });

    it("the warning", async () => {
      await expect.poll(async () => (await warning()) !== undefined).toBe(true);
      const mail = await demo.newPage();
      await mail.goto(`${demo.sandboxUrl}/mailbox/messages/${(await warning())?.id}`);
      await picture(mail, "mail-open", locale, "mail");
    });

    it("the page", async () => {
      const link = /http:\/\/localhost:\d+\/l\/\S+/.exec((await warning())?.text ?? "")?.[0] ?? "";
      await visitor.goto(link);
      await show("exit-open");
      await visitor.getByRole("button", { name: admin.words.t("exit.review") }).click();
      await visitor.locator("#read").waitFor();
      await show("exit-review");
      await visitor.locator("#read").check();
      await visitor
        .locator("#code")
        .fill(await mailedCode(demo, OWNER, admin.words.t("mail.exitCode.subject")));
      await visitor.getByRole("button", { name: admin.words.t("review.submit") }).click();
      await visitor.waitForURL("**/exit/request");
      await show("exit-request");
      await visitor.goto(`${demo.appUrl}/exit`);
      await show("exit-sent");
    });
  },
);
