import { createCookie } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import en from "#app/messages/en/problem.json";
import type { ShopRow } from "#app/ports/index.ts";
import type { LinkPurpose } from "#app/services/exit/link-token.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { fillDisk } from "./full-disk.ts";
import { visitsOf } from "./visits.ts";

describe("the signed links and the stand-alone page", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());
  const visits = () => visitsOf(app);
  const aGoneShop = (overrides: Partial<ShopRow> = {}) => visits().aGoneShop(overrides);
  const linkFor = (shop: ShopRow, purpose: LinkPurpose = "finish") => visits().linkFor(shop, purpose);
  const visit = (shop: ShopRow) => visits().visit(shop);
  const codeOf = (shop: ShopRow, who: { cookie: string }) => visits().codeOf(shop, who);
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    visits().post(path, fields, headers);
  const ticket = { subject: "Please close my account", body: "Please close it.", reason: "" };
  const ended = (response: Response) =>
    expect([response.status, response.headers.get("location")]).toEqual([302, "/exit/link"]);
  const strict = (response: Response) => {
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-robots-tag")).toBe("noindex, nofollow");
  };

  it("swaps a link for a cookie that no script can read and an address without a secret", async () => {
    const shop = await aGoneShop();
    const path = await linkFor(shop);
    const response = await app.fetch(path);
    expect([response.status, response.headers.get("location")]).toEqual([302, "/exit"]);
    strict(response);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^settled_visit=.+; Max-Age=86400; Path=\/exit; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(path.split("/").at(-1)?.split(".")[0]);
    const page = await app.fetch("/exit", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Your impact.com account is still open");
  });

  it("changes nothing when a scanner opens it 20 times by GET and HEAD, and still works (L1)", async () => {
    const shop = await aGoneShop();
    const [link, stop] = [await linkFor(shop), await linkFor(shop, "stop-mail")];
    for (let round = 0; round < 20; round += 1)
      for (const path of [link, stop]) await app.fetch(path, { method: round % 2 ? "HEAD" : "GET" });
    const { cookie } = await visit(shop);
    await app.fetch("/exit/review", { headers: { cookie } });
    expect(await app.db.shops.find(shop.shop)).toEqual(shop);
    expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
    expect((await app.fetch(link)).headers.get("location")).toBe("/exit");
  });

  it("sends tampered, unknown, revoked and expired links to one and the same page (L2, L3)", async () => {
    const shop = await aGoneShop();
    const path = await linkFor(shop);
    const other = await linkFor(shop);
    const mixed = `${path.split(".")[0]}.${other.split(".")[1]}`;
    for (const bad of [mixed, `${path}x`, path.slice(0, -2), "/l/none", "/l/a.b", "/l/..", "/l/.", "/l/%00"])
      if (!["/l/..", "/l/."].includes(bad)) ended(await app.fetch(bad));
    app.moveClock(30);
    ended(await app.fetch(path));
    app.moveClock(29);
    expect((await app.fetch(path)).headers.get("location")).toBe("/exit");
    app.moveClock(0);
    await app.db.links.revokeAll(shop.shop, app.container.deps.clock.now());
    ended(await app.fetch(path));
  });

  it("ends a visit when its link ends", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    await app.db.links.revokeAll(shop.shop, app.container.deps.clock.now());
    for (const path of ["/exit", "/exit/review", "/exit/request"])
      ended(await app.fetch(path, { headers: { cookie } }));
    ended(await post("/exit/review", { ...ticket, read: "yes" }, { cookie }));
    expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
  });

  it("ends a visit after a day, also for whoever copied its cookie", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const sealed = createCookie("settled_visit", {
      secrets: [app.container.deps.settings.secrets.cookies[0]],
    });
    const opened = await sealed.parse(cookie);
    const seconds = Math.floor(Date.now() / 1_000);
    const openedAgo = async (ago: number) =>
      app.fetch("/exit", {
        headers: { cookie: await sealed.serialize({ ...opened, since: seconds - ago }) },
      });
    expect((await openedAgo(86_300)).status).toBe(200);
    ended(await openedAgo(86_500));
  });

  it("accepts no forged or missing cookie", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    for (const bad of ["", "settled_visit=abc", `${cookie.slice(0, -3)}aaa`])
      ended(await app.fetch("/exit", { headers: { cookie: bad } }));
    // Whoever knows the hash of a link, as from a stolen row, still cannot write its cookie (I5).
    const genuine = createCookie("settled_visit", {
      secrets: [app.container.deps.settings.secrets.cookies[0]],
    });
    const visitor = await genuine.parse(cookie);
    expect(visitor.link).toMatch(/^[0-9a-f]{64}$/);
    for (const secrets of [[], ["another-secret-of-32-characters-or-more"]]) {
      const forged = await createCookie("settled_visit", { secrets }).serialize(visitor);
      ended(await app.fetch("/exit", { headers: { cookie: forged } }));
    }
  });

  it("refuses a link of one purpose for another (L4)", async () => {
    const shop = await aGoneShop();
    const finish = (await linkFor(shop)).replace("/l/", "/stop/");
    const stop = (await linkFor(shop, "stop-mail")).replace("/stop/", "/l/");
    ended(await app.fetch(stop));
    ended(await app.fetch(finish));
    ended(await post(finish, { "List-Unsubscribe": "One-Click" }));
    expect((await app.db.shops.find(shop.shop))?.mailStoppedAt).toBeNull();
  });

  it("hands nothing over without the tick, and keeps what was written", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const response = await post("/exit/review", { ...ticket, subject: "My own <b>words</b>" }, { cookie });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("Check the box to show that you have read the request");
    expect(page).toContain("My own &lt;b&gt;words&lt;/b&gt;");
    expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
  });

  it("hands nothing over for a form that another site sends (H5)", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const forged = { cookie, origin: "https://evil.example" };
    const response = await post("/exit/review", { ...ticket, read: "yes" }, forged);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
    const code = await codeOf(shop, { cookie });
    const own = await post("/exit/review", { ...ticket, read: "yes", code }, { cookie, origin: app.origin });
    expect(own.headers.get("location")).toBe("/exit/request");
  });

  it("gives the receipt as a PDF to the visitor of its link and to nobody else", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const code = await codeOf(shop, { cookie });
    await post("/exit/review", { ...ticket, read: "yes", code }, { cookie });
    const receipt = await app.fetch("/exit/receipt.pdf", { headers: { cookie } });
    expect(receipt.headers.get("content-type")).toBe("application/pdf");
    expect(receipt.headers.get("cache-control")).toBe("no-store");
    expect((await receipt.text()).slice(0, 5)).toBe("%PDF-");
    const stranger = await app.fetch("/exit/receipt.pdf", { redirect: "manual" });
    expect([stranger.status, stranger.headers.get("location")]).toEqual([302, "/exit/link"]);
  });

  it("refuses a request with a card number and hands nothing over", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const body = "Card 4111 1111 1111 1111";
    const response = await post("/exit/review", { ...ticket, body, read: "yes" }, { cookie });
    expect(response.status).toBe(422);
    expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
  });

  it("hands over once: a second tab, Back and resubmit end in the same reference (L6)", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const code = await codeOf(shop, { cookie });
    const send = () => post("/exit/review", { ...ticket, read: "yes", code }, { cookie });
    const together = await Promise.all([send(), send()]);
    const again = await send();
    for (const response of [...together, again])
      expect([response.status, response.headers.get("location")]).toEqual([302, "/exit/request"]);
    const request = await app.db.closingRequests.findOpen(shop.shop);
    expect(await app.db.closingRequests.events(shop.shop, request?.id ?? "")).toHaveLength(1);
    const page = await (await app.fetch("/exit/request", { headers: { cookie } })).text();
    expect(page).toContain(request?.reference);
    const back = await app.fetch("/exit/review", { headers: { cookie } });
    expect(back.headers.get("location")).toBe("/exit/request");
  });

  it.each([
    ['"ClosingEvent"', 500],
    ["pgboss.job", 500],
  ])(
    "says on a disk that is full at %s what is kept, and hands over once when sent again (C7)",
    async (table) => {
      const shop = await aGoneShop();
      const { cookie } = await visit(shop);
      const code = await codeOf(shop, { cookie });
      const send = () => post("/exit/review", { ...ticket, read: "yes", code }, { cookie });
      const makeRoom = await fillDisk(app, table);
      const failed = await send();
      const page = await failed.text();
      const read = await app.fetch("/exit", { headers: { cookie } });
      await makeRoom();
      expect([failed.status, read.status]).toEqual([500, 200]);
      expect(page).toContain(en["problem.bodyPlain"].split(".")[0]);
      expect(page).not.toMatch(/53100|extend file|Prisma|at \//);
      expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
      expect((await send()).headers.get("location")).toBe("/exit/request");
      const request = await app.db.closingRequests.findOpen(shop.shop);
      expect(await app.db.closingRequests.events(shop.shop, request?.id ?? "")).toHaveLength(1);
    },
  );

  it("shows one shop's request to no other shop's visitor (I5)", async () => {
    const [mine, other] = [await aGoneShop(), await aGoneShop()];
    const myVisit = await visit(mine);
    const code = await codeOf(mine, myVisit);
    await post("/exit/review", { ...ticket, read: "yes", code }, myVisit);
    expect(await app.db.closingRequests.findOpen(mine.shop)).not.toBeNull();
    const { cookie } = await visit(other);
    const response = await app.fetch("/exit/request", { headers: { cookie } });
    expect([response.status, response.headers.get("location")]).toEqual([302, "/exit"]);
  });

  it("stops the e-mails only at the button or at a mail program's one click", async () => {
    const [byHand, byProgram] = [await aGoneShop(), await aGoneShop()];
    const [hand, program] = [await linkFor(byHand, "stop-mail"), await linkFor(byProgram, "stop-mail")];
    const page = await app.fetch(hand);
    expect(page.status).toBe(200);
    strict(page);
    const html = await page.text();
    expect(html).toContain("<title>Stop emails from Settled · Settled</title>");
    // A scanner that sends the form without pressing its button sends nothing.
    expect(html).not.toContain('type="hidden"');
    const stoppedAt = async ({ shop }: ShopRow) => (await app.db.shops.find(shop))?.mailStoppedAt;
    await post(hand, {});
    expect(await stoppedAt(byHand)).toBeNull();
    expect(await (await post(hand, { confirm: "yes" })).text()).toContain("Emails are stopped");
    const oneClick = await post(program, { "List-Unsubscribe": "One-Click" });
    expect(oneClick.status).toBe(200);
    expect(await stoppedAt(byHand)).not.toBeNull();
    expect(await stoppedAt(byProgram)).not.toBeNull();
  });
});
