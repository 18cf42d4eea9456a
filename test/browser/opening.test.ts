import { describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { axeFindings, sidewaysOverflow } from "./support/page-checks.ts";

const demo = demoForFile();
const WORDS = {
  en: { title: "Open Settled from your Shopify admin", go: "Go to your Shopify admin" },
  "zh-CN": { title: "请从 Shopify 后台打开 Settled", go: "前往 Shopify 后台" },
} as const;

describe("the app in the store's admin", () => {
  it("opens from the admin's list of apps, where the frame loads application_url as it stands", async () => {
    const admin = await Admin.enter(demo, "acme-outdoor", "en");
    const asked: URL[] = [];
    admin.page.on("request", (request) => {
      const url = new URL(request.url());
      if (request.isNavigationRequest() && url.origin === demo.appUrl) asked.push(url);
    });
    await admin.page.goto(`${admin.storeUrl}/apps`);
    await admin.page.locator("main a[href$='/apps/settled']").click();
    await admin.ready();
    const [first, second] = asked;
    expect([first?.origin, first?.pathname]).toEqual([demo.appUrl, "/"]);
    expect(Object.fromEntries(first?.searchParams ?? [])).toMatchObject({
      embedded: "1",
      shop: "acme-outdoor.myshopify.com",
      id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect([second?.pathname, second?.search]).toEqual(["/app", first?.search]);
    expect(new URL(admin.page.url()).pathname).toBe("/store/acme-outdoor/apps/settled/app");
  });

  it("has each page under the address that the admin loads again", async () => {
    const admin = await Admin.enter(demo, "acme-outdoor", "en");
    await admin.open();
    await admin.go(admin.words.t("nav.setup"));
    await admin.heading.filter({ hasText: admin.words.t("setup.title") }).waitFor();
    expect(new URL(admin.page.url()).pathname).toBe("/store/acme-outdoor/apps/settled/app/setup");
    await admin.page.reload();
    await admin.ready();
    expect(await admin.heading.innerText()).toBe(admin.words.t("setup.title"));
    await admin.goHome();
    await expect.poll(() => new URL(admin.page.url()).pathname).toBe("/store/acme-outdoor/apps/settled/app");
  });

  it("is known by its client id too, and says when a page of it does not exist", async () => {
    const admin = await Admin.enter(demo, "acme-outdoor", "en");
    await admin.page.goto(`${admin.storeUrl}/apps/settled-sandbox/app/fees`);
    await admin.ready();
    expect(await admin.heading.innerText()).toBe(admin.words.t("fees.title"));
    demo.noise.expect(404, /\/app\/nothing/);
    await admin.page.goto(`${admin.storeUrl}/apps/settled/app/nothing`);
    await admin.heading.filter({ hasText: admin.words.t("problem.notFound") }).waitFor();
    expect(await admin.frame().title()).toBe(admin.words.t("problem.notFound"));
  });
});

describe.each(["en", "zh-CN"] as const)("without a store, in %s", (locale) => {
  it("the app says where it opens, and leads there", async () => {
    const page = await demo.newPage({ locale });
    for (const path of ["/", "/app", "/auth/login", "/app/setup?shop=acme-outdoor.myshopify.com"]) {
      await page.goto(`${demo.appUrl}${path}`);
      expect([path, await page.title()]).toEqual([path, WORDS[locale].title]);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect([path, await axeFindings(page.mainFrame())]).toEqual([path, []]);
        expect([path, width, await sidewaysOverflow(page.mainFrame())]).toEqual([path, width, 0]);
        await shot(page, `opening-${locale}`);
      }
      expect(await page.locator("form").count()).toBe(0);
    }
    await page.getByRole("link", { name: WORDS[locale].go }).click();
    await page.frameLocator("iframe#app").locator("h1").first().waitFor();
    expect(page.url()).toContain(`${demo.sandboxUrl}/store/acme-outdoor/apps/settled`);
  });
});
