import type { Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { walkedIn } from "./support/languages.ts";
import { axeFindings, sidewaysOverflow } from "./support/page-checks.ts";
import { ticketsOf } from "./support/sandbox-calls.ts";

const demo = demoForFile();

describe.each(walkedIn("zh-CN"))("an answer that does not come, in $locale", ({ locale, store }) => {
  let admin: Admin;
  beforeAll(async () => {
    admin = await Admin.enter(demo, store, locale);
  });
  /** The lost requests are the test's own doing. */
  const forgive = () => {
    const others = demo.noise.take().filter((line) => !/^(request failed|answer 401)/.test(line));
    expect(others).toEqual([]);
  };
  const alert = (text: string) => admin.app.locator(".held").getByText(text);
  const balance = () => admin.app.getByLabel(admin.words.t("facts.balance"), { exact: true });

  /** The first request of this kind meets with `fate`; the next ones go through. */
  async function once(where: RegExp, method: string, fate: (route: Route) => Promise<void>): Promise<void> {
    let isFirst = true;
    await admin.page.route(where, async (route) => {
      if (!isFirst || route.request().method() !== method) return route.continue();
      isFirst = false;
      await fate(route);
    });
  }

  it("leaves what was typed on a page that is offline, and saves it when the person tries again", async () => {
    const { t } = admin.words;
    await admin.open("/setup");
    await admin.app.getByLabel(t("facts.signedUpOn"), { exact: true }).fill("2026-05-12");
    await balance().fill("12.34");
    await admin.page.context().setOffline(true);
    await admin.save();
    await alert(t("held.writeText")).waitFor();
    for (const width of [1280, 390]) {
      await admin.page.setViewportSize({ width, height: 900 });
      expect([width, await sidewaysOverflow(admin.frame())]).toEqual([width, 0]);
      await shot(admin.page, `held-${locale}`);
    }
    await admin.page.setViewportSize({ width: 1280, height: 900 });
    expect(await axeFindings(admin.frame())).toEqual([]);
    expect(await balance().inputValue()).toBe("12.34");
    await admin.page.context().setOffline(false);
    await admin.button(t("held.tryAgain")).click();
    // What was saved is no longer unsaved, and is there when the page is opened anew.
    await admin.page.locator("#save-bar").waitFor({ state: "hidden" });
    await admin.open("/setup");
    expect(await balance().inputValue()).toBe("12.34");
    forgive();
  });

  it("leads to signing in again where the sign-in has ended, and not to 'our side'", async () => {
    const { t } = admin.words;
    await admin.open("/setup");
    await once(/\/app\/setup\?.*_data=/, "POST", (route) => route.fulfill({ status: 401 }));
    await balance().fill("56.78");
    await admin.save();
    await alert(t("held.signedOutText")).waitFor();
    await admin.button(t("held.signIn")).waitFor();
    expect(await balance().inputValue()).toBe("56.78");
    await shot(admin.page, `signed-out-${locale}`);
    await admin.button(t("held.tryAgain")).click();
    await admin.app.locator(".held").waitFor({ state: "detached" });
    await admin.page.unrouteAll({ behavior: "wait" });
    forgive();
  });

  it("makes no second ticket of a closing request that had arrived", async () => {
    const { t } = admin.words;
    const before = (await ticketsOf(demo)).length;
    await admin.open("/close/review");
    // The request arrives and is worked on; only its answer is lost.
    await once(/\/app\/close\/review\?.*_data=/, "POST", async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort("connectionreset");
    });
    await admin.button(t("review.submit")).click();
    await alert(t("held.writeText")).waitFor();
    await admin.button(t("held.tryAgain")).click();
    await admin.page.waitForURL(/\/app\/close\/requests\/SET-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    await expect.poll(async () => (await ticketsOf(demo)).length).toBe(before + 1);
    const reference = /SET-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(admin.page.url())?.[0] ?? "none";
    expect((await ticketsOf(demo))[0]?.subject).toContain(reference);
    await admin.page.unrouteAll({ behavior: "wait" });
    forgive();
  });
});
