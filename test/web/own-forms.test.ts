import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

/** Every address of the stand-alone page that takes forms, found in the routes themselves. */
const FORMS = readdirSync("app/routes")
  .filter((file) => /^exit\..*\.tsx$/.test(file))
  .filter((file) => /export async function action/.test(readFileSync(`app/routes/${file}`, "utf8")))
  .map((file) => file.replace(".tsx", ""));
const pathOf = (route: string) => `/${route.replaceAll(".", "/").replace("$task", "catalogs")}`;
/** Everything that any of them acts upon. */
const EVERYTHING = {
  account: "partner",
  confirm: "yes",
  sure: "yes",
  read: "yes",
  intent: "code",
  ask: "desk",
};

describe("the stand-alone page's own forms, whose pages tell no address", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  beforeAll(async () => {
    app = await startApp();
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());

  it.each<Record<string, string>>([
    { origin: "null", "sec-fetch-site": "same-origin" },
    { origin: "null", "sec-fetch-site": "none" },
    // A browser too old to say where a form comes from.
    { origin: "null" },
    {},
  ])("are taken with %j", async (sender) => {
    const shop = await visits.aGoneShop();
    const visit = { ...(await visits.visit(shop)), ...sender };
    const saved = await visits.post("/exit/route", { account: "partner" }, visit);
    expect([saved.status, saved.headers.get("location")]).toEqual([302, "/exit?saved=1"]);
    const asData = await visits.post("/exit/stop?_data=routes%2Fexit.stop", { confirm: "yes" }, visit);
    expect(await asData.json()).toEqual({ stopped: true });
    expect((await visits.post("/exit/link", { shop: "unknown.myshopify.com" }, sender)).status).toBe(200);
    const byMail = await visits.post(await visits.linkFor(shop, "stop-mail"), { confirm: "yes" }, sender);
    expect(byMail.status).toBe(200);
  });

  it("do nothing without the visit's cookie, which no other site's form brings along", async () => {
    // A visit that is not there ends as well as any.
    const needed = FORMS.filter((route) => route !== "exit.link" && route !== "exit.end");
    expect(needed.length).toBeGreaterThan(7);
    const shop = await visits.aGoneShop();
    const opened = await app.fetch(await visits.linkFor(shop));
    expect(opened.headers.get("set-cookie")).toMatch(/SameSite=Lax/);
    const led = [];
    for (const route of needed)
      for (const query of ["", `?_data=${encodeURIComponent(`routes/${route}`)}`]) {
        const { headers } = await visits.post(`${pathOf(route)}${query}`, EVERYTHING, { origin: "null" });
        led.push([route, headers.get("location") ?? headers.get("x-remix-redirect")]);
      }
    expect(led).toEqual(needed.flatMap((route) => Array(2).fill([route, "/exit/link"])));
  });
});
