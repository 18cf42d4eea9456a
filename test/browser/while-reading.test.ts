import type { Request, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { CREDENTIALS, sendCredentials } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { LANGUAGES } from "./support/languages.ts";
import { clearFaults, setFault, startOver } from "./support/sandbox-calls.ts";

// As long as the app allows: a call that is given up ends the reading for this time.
const demo = demoForFile({ impactTimeoutSeconds: 50 });
const [{ locale }] = LANGUAGES;

/** A page's own data, as Remix asks for it. */
const isDataOf = (page: string) => (url: URL) =>
  url.pathname === page && (url.searchParams.get("_data") ?? "") !== "root";

describe("while actions are read", () => {
  let admin: Admin;
  beforeAll(async () => {
    await startOver(demo);
    admin = await Admin.enter(demo, "busy-bikes", locale);
    const colleague = await Admin.enter(demo, "busy-bikes", locale);
    await colleague.open("/setup/connect");
    // No answer comes for the list of actions: whoever connects waits for it, and the others see a reading under way.
    await setFault(demo, "busy", "timeout", "Actions");
    await sendCredentials(colleague, CREDENTIALS.busy.sid, CREDENTIALS.busy.token);
  });

  it("says so to whoever opens a page", async () => {
    const isReading = async () => {
      await admin.open("/setup");
      return admin.app.getByText(admin.words.t("sync.title"), { exact: true }).isVisible();
    };
    await expect.poll(isReading).toBe(true);
  });

  it("opens the page that was pressed with one request, however long its answer takes", async () => {
    const { page, words } = admin;
    let requests = 0;
    await page.route(isDataOf("/app"), async (route: Route) => {
      requests += 1;
      // By then a page that loads itself anew on a timer would have asked for this one a second time.
      if (requests === 1) for (let looks = 0; looks < 2; looks += 1) await page.waitForRequest(isALook);
      // A request that was given up in between can no longer be answered.
      await route.continue().catch(() => undefined);
    });
    await admin.button(words.t("home.title")).click();
    await admin.heading.filter({ hasNotText: words.t("setup.title") }).waitFor();
    expect(requests).toBe(1);
    await shot(page, `while-reading-${locale}`);
    await page.unroute(isDataOf("/app"));
  });

  it("shows by itself how the reading went on", async () => {
    const { t } = admin.words;
    await clearFaults(demo, "busy");
    await admin.app.getByText(t("sync.title"), { exact: true }).waitFor({ state: "detached" });
  });

  it("asks again for what somebody else was still reading for an earlier day, without a press", async () => {
    const { page, words } = admin;
    await admin.open();
    // The press, and the page by itself as soon as it knows that its figures are old: both are told that it is busy.
    let asked = 0;
    await page.route("**/app/refresh?**", async (route: Route) => {
      asked += 1;
      if (asked > 2) return route.continue();
      return route.fulfill({ json: { outcome: "busy" } });
    });
    // Until then the figures are of an earlier day.
    await page.route(isDataOf("/app"), async (route: Route) => {
      const response = await route.fetch();
      const { page: shown, ...others } = await response.json();
      const freshness = { ...shown.freshness, stale: asked < 3 };
      await route.fulfill({ response, json: { ...others, page: { ...shown, freshness } } });
    });
    await admin.button(words.t("freshness.again")).click();
    await expect.poll(() => asked).toBe(3);
    await admin.button(words.t("freshness.again")).waitFor();
    await page.unrouteAll({ behavior: "wait" });
  });
});

/** What a waiting page asks for: how far the work is, or, on a timer, its own data. */
function isALook(request: Request): boolean {
  const url = new URL(request.url());
  return request.method() === "GET" && (url.pathname === "/app/background" || isDataOf("/app")(url));
}
