import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClosing, aClosingEvent, at } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { to, visitorsOf } from "./visitor.ts";
import { visitsOf } from "./visits.ts";

describe("the pages outside the admin", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());
  const aVisitor: ReturnType<typeof visitorsOf> = (...who) => visitorsOf(app)(...who);
  const post = (path: string, fields: Record<string, string>) => visitsOf(app).post(path, fields);

  it("gives the earliest date as a calendar file in the visitor's language, and to nobody else", async () => {
    const { shop, look, get } = await aVisitor({ locale: "zh-CN" }, { signedUpOn: "2026-01-11" });
    const accountSid = (await app.db.connections.find(shop.shop))?.accountSid ?? "";
    const read = at("2026-02-01T00:00:00Z");
    for (const resource of ["Contracts", "Invoices", "Catalogs"] as const)
      await app.db.snapshots.saveRead(shop.shop, resource, [], read);
    await app.db.syncs.save(
      { shop: shop.shop, accountSid },
      {
        run: 1,
        kind: "first",
        startedAt: read,
        finishedAt: read,
        currency: "USD",
        completedAt: read,
        fullAt: read,
      },
    );
    expect(await look("/exit")).toContain('href="/exit/calendar.ics"');
    const file = await get("/exit/calendar.ics");
    expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain("closing-date.ics");
    const text = await file.text();
    expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/);
    expect(text).toContain("impact.com 最早可关闭您账户");
    expect(to(await app.fetch("/exit/calendar.ics"))).toEqual([302, "/exit/link"]);
    const unknown = await aVisitor();
    expect(await unknown.look("/exit")).not.toContain("calendar.ics");
    expect(to(await unknown.get("/exit/calendar.ics"))).toEqual([302, "/exit"]);
  });

  it("says what came undone, with the way to the task", async () => {
    const { shop, look } = await aVisitor();
    const leftovers = [{ id: "core.checklist.contract", values: { contract: "S-7", partner: "Blog" } }];
    const watch = { task: "expire-contracts", accountSid: "IR1", status: "open" as const, leftovers };
    const now = at("2026-06-01T00:00:00Z");
    await app.db.taskWatches.move(shop.shop, null, {
      ...watch,
      reopened: true,
      changedAt: now,
      wantedAt: now,
    });
    const page = await look("/exit");
    expect(page).toContain("A finished task is open again");
    expect(page).toMatch(/S-7.*href="\/exit\/tasks\/expire-contracts"/s);
  });

  it("offers a new link with the same answer for known and unknown stores", async () => {
    const shop = await visitsOf(app).aGoneShop();
    const texts = [];
    for (const name of [shop.shop, ` ${shop.shop.toUpperCase()} `, "unknown.myshopify.com"]) {
      const response = await post("/exit/link", { shop: name });
      expect(response.status).toBe(200);
      texts.push(await response.text());
    }
    expect(new Set(texts).size).toBe(1);
    const wrong = await post("/exit/link", { shop: "acme.com" });
    expect([wrong.status, (await wrong.text()).includes("ends in .myshopify.com")]).toEqual([422, true]);
    // Nor does the time tell: for both the same row is written, and nobody is looked up before the answer.
    const jobsOf = (name: string, of: string) => app.container.boss.findJobs(name, { data: { shop: of } });
    expect(await jobsOf("send-new-link", shop.shop)).toHaveLength(2);
    expect(await jobsOf("send-new-link", "unknown.myshopify.com")).toHaveLength(1);
    expect(await jobsOf("deliver-mail", shop.shop)).toEqual([]);
  });

  it.each([
    ["/exit", "brand", "none"],
    ["/exit", "partner", "none"],
    ["/exit/review", "brand", "none"],
    ["/exit/link", "brand", "none"],
    ["/exit/request", "brand", "open"],
    ["/exit/accounts", "partner", "none"],
    ["/exit/tasks/partner-balance", "partner", "none"],
    ["/exit/tasks/partner-contracts", "partner", "none"],
    ["/exit/note", "partner", "open"],
    ["/exit/facts", "brand", "none"],
    ["/exit/stop", "brand", "open"],
    ["/exit/delete", "brand", "open"],
    ["/exit/deleted", "brand", "open"],
  ])(
    "keeps %s of a %s strict, small, without script and without anything of anybody else's",
    async (path, kind, request) => {
      const { shop, get } = await aVisitor(
        { locale: "zh-CN", name: "<script>alert(1)</script>" },
        kind === "partner" ? { closingAccount: "partner" } : {},
      );
      const accounts = await visitsOf(app).accounts(shop);
      if (request === "open")
        await app.db.closingRequests.open(aClosing({ shop: shop.shop, accounts }), aClosingEvent());
      const response = await get(`${path}?shop=${shop.shop}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("x-robots-tag")).toBe("noindex, nofollow");
      expect(response.headers.get("link")).toBeNull();
      const html = await response.text();
      expect(html).toContain('<html lang="zh-CN"');
      expect(html).not.toMatch(/<script|javascript:|\son\w+=|style="/i);
      const urls = [...html.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(([, url]) => url ?? "");
      // Links lead into impact.com; nothing comes from there or from anybody else.
      const foreign = urls.filter((url) => /^(https?:)?\/\//.test(url));
      expect(foreign.filter((url) => !url.startsWith("https://app.impact.com/"))).toEqual([]);
      expect(html).not.toMatch(/(?:src|action)="(https?:)?\/\//);
      const sheets = urls.filter((url) => url.endsWith(".css"));
      expect(sheets).not.toEqual([]);
      const css = (await Promise.all(sheets.map(async (url) => (await app.fetch(url)).text()))).join("\n");
      expect(css).not.toMatch(/url\(|@import/);
      expect(Buffer.byteLength(html) + Buffer.byteLength(css)).toBeLessThanOrEqual(60_000);
    },
  );
});
