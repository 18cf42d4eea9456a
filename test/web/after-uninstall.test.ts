import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import { aClosing, aClosingEvent, aConnection } from "#test/factories/rows.ts";
import { installedShop, startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

describe("the stand-alone page after an uninstall", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const aGoneShop = async (overrides: Partial<ShopRow> = {}) => {
    const shop = await installedShop(app, overrides);
    const gone = { ...shop, uninstalledAt: shop.lastSeenAt.add({ minutes: 5 }) };
    await app.db.shops.save(gone);
    await app.db.connections.save(aConnection({ shop: shop.shop, sealedToken: null }));
    return gone;
  };
  const visit = async ({ shop }: ShopRow) => {
    const link = new URL(await issueLink({ shop, purpose: "finish" }, app.container.deps));
    const response = await app.fetch(link.pathname);
    return { link: link.pathname, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
  };
  /** Sends the form, reads the code it was answered with in the mailbox, and sends it with that. */
  const deleteWithCode = async (shop: ShopRow, fields: Record<string, string>, cookie: string) => {
    expect((await post("/exit/delete", fields, cookie)).status).toBe(422);
    const code = await visitsOf(app).lastCode(shop);
    return post("/exit/delete", { ...fields, code }, cookie);
  };
  const post = (path: string, fields: Record<string, string>, cookie: string) =>
    app.fetch(path, { method: "POST", headers: { cookie }, body: new URLSearchParams(fields) });

  it("offers to stop the e-mails and to delete the data, and does neither by being looked at", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const page = await (await app.fetch("/exit", { headers: { cookie } })).text();
    expect(page).toContain('href="/exit/stop"');
    expect(page).toContain('href="/exit/delete"');
    for (let round = 0; round < 20; round += 1)
      for (const path of ["/exit/stop", "/exit/delete", "/exit/deleted"])
        await app.fetch(path, { method: round % 2 ? "HEAD" : "GET", headers: { cookie } });
    await post("/exit/stop", {}, cookie);
    await post("/exit/delete", {}, cookie);
    expect(await app.db.shops.find(shop.shop)).toEqual(shop);
  });

  it("finds the way out by a choice, not by a visit, and shows that way's tasks and questions", async () => {
    const shop = await aGoneShop();
    await app.db.connections.remove(shop.shop);
    const { cookie } = await visit(shop);
    const look = async (path: string) => (await app.fetch(path, { headers: { cookie } })).text();
    await look("/exit/route");
    const unanswered = await post("/exit/route", { account: "a scanner's guess" }, cookie);
    expect([unanswered.status, (await unanswered.text()).includes("Choose an answer")]).toEqual([422, true]);
    expect(await app.db.statedFacts.all(shop.shop)).toEqual([]);
    const answered = await post("/exit/route", { account: "partner" }, cookie);
    expect([answered.status, answered.headers.get("location")]).toEqual([302, "/exit?saved=1"]);
    expect(await look("/exit")).toContain("Earnings to come");
    expect(await look("/exit/review")).toContain("cannot restore any data or a balance you forfeit");
    expect(await look("/exit/questions")).toContain("Can one ticket close several accounts?");
  });

  it("leads on from an address that is none, in the visitor's language", async () => {
    const { cookie } = await visit(await aGoneShop({ locale: "zh-CN" }));
    for (const path of ["/exit/no-such-page", "/exit/tasks/no-such-task"]) {
      const response = await app.fetch(path, { headers: { cookie } });
      const page = await response.text();
      expect([path, response.status, page.includes("找不到页面")]).toEqual([path, 404, true]);
      expect(page).toContain('<a href="/exit">');
      expect(page).not.toContain("商店后台");
    }
  });

  it("says that an account was noted as closed instead of what is not so (L9)", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const look = async () => (await app.fetch("/exit", { headers: { cookie } })).text();
    expect(await look()).toContain("That did not close the account.");
    const request = aClosing({ shop: shop.shop });
    await app.db.closingRequests.open(request, aClosingEvent());
    const moves = [
      ["ready", "channel-accepted", "sent", { messageId: "m" }],
      ["sent", "told-closed", "closed", { statement: "Support told me on the phone." }],
    ] as const;
    for (const [fromState, trigger, toState, evidence] of moves)
      await app.db.closingRequests.move(shop.shop, request.id, {
        ...aClosingEvent({ fromState, trigger, toState, evidence }),
      });
    const page = await look();
    // Nobody showed impact.com's words: it is the merchant's own note, and no history of impact.com's.
    expect(page).toContain("You noted that impact.com closed your account, without its answer.");
    expect(page).not.toContain("The history of your request says");
    for (const untrue of ["still open", "did not close", "Next charge", "/exit/tasks/", "Finish closing"])
      expect(page).not.toContain(untrue);
  });

  it.each([
    [
      "en",
      "is written, but impact.com does not have it yet",
      "Send it yourself",
      /text that was sent|do not need to send|Reviewed and sent/,
    ],
    ["zh-CN", "已写好，但 impact.com 还没有收到", "自行提交", /提交的原文|不需要再次提交|已检查并提交/],
  ] as const)(
    "calls a request sent only once the merchant says so (%s)",
    async (locale, unsent, yourself, sent) => {
      const shop = await aGoneShop();
      const { cookie } = await visit(shop);
      const request = aClosing({ shop: shop.shop });
      await app.db.closingRequests.open(request, aClosingEvent());
      const look = async (path: string) =>
        (await app.fetch(`${path}?locale=${locale}`, { headers: { cookie } })).text();
      const [status, page] = [await look("/exit"), await look("/exit/request")];
      expect(status).toContain(unsent);
      expect(page).toContain(yourself);
      expect(`${status} ${page}`).not.toMatch(sent);
    },
  );

  it("stops the e-mails with one button", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const page = await (await post("/exit/stop", { confirm: "yes" }, cookie)).text();
    expect(page).toContain("Emails are stopped");
    expect((await app.db.shops.find(shop.shop))?.mailStoppedAt).not.toBeNull();
  });

  it("deletes everything after the tick, and the link then names nobody (L9)", async () => {
    const shop = await aGoneShop();
    const { cookie, link } = await visit(shop);
    const unticked = await post("/exit/delete", {}, cookie);
    expect([unticked.status, (await unticked.text()).includes("Check the box")]).toEqual([422, true]);
    const done = await deleteWithCode(shop, { sure: "yes" }, cookie);
    expect([done.status, done.headers.get("location")]).toEqual([302, "/exit/deleted"]);
    expect(await app.db.shops.find(shop.shop)).toBeNull();
    for (const again of [await app.fetch(link), await app.fetch("/exit", { headers: { cookie } })])
      expect([again.status, again.headers.get("location")]).toEqual([302, "/exit/link"]);
    const page = await (await app.fetch("/exit/deleted", { headers: { cookie } })).text();
    expect(page).not.toContain(shop.name);
    expect(page).not.toContain(shop.shop);
  });

  it("goes on in the merchant's language when nobody is known any more", async () => {
    const shop = await aGoneShop({ locale: "zh-CN" });
    const { cookie } = await visit(shop);
    const done = await deleteWithCode(shop, { sure: "yes" }, cookie);
    const left = done.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await app.fetch("/exit/deleted", { headers: { cookie: left } })).text()).toContain(
      "您的数据已删除",
    );
    expect((await app.fetch("/exit", { headers: { cookie: left } })).headers.get("location")).toBe(
      "/exit/link",
    );
  });

  it("asks what becomes of an open request and takes no answer for granted", async () => {
    const shop = await aGoneShop();
    const { cookie } = await visit(shop);
    const request = aClosing({ shop: shop.shop });
    await app.db.closingRequests.open(request, aClosingEvent());
    const form = await (await app.fetch("/exit/delete", { headers: { cookie } })).text();
    expect(form).toContain(request.reference);
    expect(form).not.toMatch(/checked/);
    expect((await post("/exit/delete", { sure: "yes" }, cookie)).status).toBe(422);
    expect((await post("/exit/delete", { sure: "yes", request: "whatever" }, cookie)).status).toBe(422);
    const kept = await deleteWithCode(shop, { sure: "yes", request: "keep-until-it-ends" }, cookie);
    expect(kept.headers.get("location")).toBe("/exit/deleted?request=kept");
    expect(await app.db.closingRequests.findOpen(shop.shop)).not.toBeNull();
    const gone = await post("/exit/delete", { sure: "yes", request: "delete-too" }, cookie);
    expect(gone.headers.get("location")).toBe("/exit/deleted");
    expect(await app.db.shops.find(shop.shop)).toBeNull();
  });
});
