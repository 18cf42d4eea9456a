import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver as handOverNow } from "#app/services/requests/hand-over.server.ts";
import { NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeHelpDesk } from "#test/fakes/help-desk.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

const ticket = { subject: "Please close my account", body: "Please close it.", reason: "", read: "yes" };

describe("a forwarded link (L5)", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  beforeAll(async () => {
    app = await startApp();
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());
  const handOver = (fields: Record<string, string>, { cookie }: { cookie: string }) =>
    visits.post("/exit/review", { ...ticket, ...fields }, { cookie });
  const open = ({ shop }: ShopRow) => app.db.closingRequests.findOpen(shop);
  const codeOfOwner = async (shop: ShopRow) => {
    const owner = await visits.visit(shop);
    return { owner, code: await visits.codeOf(shop, owner) };
  };

  it("shows everything and hands nothing over without the code from the mailbox", async () => {
    const shop = await visits.aGoneShop();
    const other = await visits.visit(shop);
    for (const path of ["/exit", "/exit/review"])
      expect((await app.fetch(path, { headers: other })).status).toBe(200);
    const refused = await handOver({}, other);
    const page = await refused.text();
    expect([refused.status, page.includes("Enter the 6-digit code from the email")]).toEqual([422, true]);
    expect(page).toContain("Please close it.");
    expect((await handOver({ code: "123456" }, other)).status).toBe(422);
    expect(await open(shop)).toBeNull();
  });

  it("does not help whoever holds it with the owner's code, and leaves the owner all tries", async () => {
    const shop = await visits.aGoneShop();
    const { owner, code } = await codeOfOwner(shop);
    const other = await visits.visit(shop);
    for (let round = 0; round < 6; round += 1) expect((await handOver({ code }, other)).status).toBe(422);
    expect(await open(shop)).toBeNull();
    const sent = await handOver({ code }, owner);
    expect([sent.status, sent.headers.get("location")]).toEqual([302, "/exit/request"]);
    expect(await open(shop)).not.toBeNull();
  });

  it("asks for the code with the button that leads to the review: three clicks in all", async () => {
    const shop = await visits.aGoneShop();
    const visitor = await visits.visit(shop);
    const status = await (await app.fetch("/exit", { headers: visitor })).text();
    expect(status).toMatch(/<form method="post" action="\/exit\/review"[^>]*><button[^>]*name="intent"/);
    const review = await visits.post("/exit/review", { intent: "code" }, visitor);
    expect([review.status, review.headers.get("location")]).toEqual([302, "/exit/review"]);
    expect(await visits.codeJobs(shop)).toHaveLength(1);
    const page = await (await app.fetch("/exit/review", { headers: visitor })).text();
    // Nothing is called sent before a mail server took it.
    expect(page).toContain("Settled is sending a 6-digit code to o…@acme-outdoor.example.");
    expect(page).not.toContain("Settled sent a 6-digit code");
    expect(page.indexOf('name="code"')).toBeLessThan(page.indexOf("Send closing request"));
    expect(page.indexOf("Send closing request")).toBeLessThan(page.indexOf("Send new code"));
    // The button pressed twice, and the page opened again, send no second code.
    await visits.post("/exit/review", { intent: "code" }, visitor);
    await app.fetch("/exit/review", { headers: visitor });
    expect(await visits.codeJobs(shop)).toHaveLength(1);
  });

  it("keeps what was written when a new code is asked for, and says how many tries are left", async () => {
    const shop = await visits.aGoneShop();
    const visitor = await visits.visit(shop);
    const asked = await handOver({ intent: "code", body: "My own words" }, visitor);
    const text = await asked.text();
    expect([asked.status, text.includes("My own words")]).toEqual([200, true]);
    expect(text).toMatch(/role="status"><strong>Settled is sending a 6-digit code to/);
    const looked = await (await handOver({ intent: "look", body: "My own words" }, visitor)).text();
    expect([looked.includes("My own words"), looked.includes("Check delivery")]).toEqual([true, true]);
    expect(await visits.codeJobs(shop)).toHaveLength(1);
    const wrong = await (await handOver({ code: "abc" }, visitor)).text();
    expect(wrong).toContain("This is not the code from the email. You have 4 tries left.");
    expect(await open(shop)).toBeNull();
  });

  it("stops asking the mailbox after six codes an hour by one link, shows the way without one, and asks by a newer link", async () => {
    const shop = await visits.aGoneShop();
    const forwarded = await visits.linkFor(shop);
    const again = async () => {
      const opened = await app.fetch(forwarded);
      return { cookie: opened.headers.get("set-cookie")?.split(";")[0] ?? "" };
    };
    for (let round = 0; round < 6; round += 1) await visits.codeOf(shop, await again());
    const visitor = await again();
    const page = await (await visits.post("/exit/review", { intent: "code" }, visitor)).text();
    expect(page).toContain("Too many codes within an hour. You can get one again in 60 minutes.");
    expect(page).toContain("open Support, and paste it into a new ticket");
    expect(await visits.codeJobs(shop)).toHaveLength(6);
    const owner = await visits.visit(shop);
    const code = await visits.codeOf(shop, owner);
    expect((await handOver({ code }, owner)).headers.get("location")).toBe("/exit/request");
  });

  it("says plainly that no code can come when there is no address, in the merchant's language", async () => {
    const shop = await visits.aGoneShop({ contactEmail: null, locale: "zh-CN" });
    const visitor = await visits.visit(shop);
    const page = await (await app.fetch("/exit/review", { headers: visitor })).text();
    expect(page).toContain("Settled 的邮件无法送达您");
    expect(page).toContain("不使用验证码");
    expect(page).not.toContain('name="code"');
  });

  it("changes nothing when a scanner opens, asks for and posts to every page without input (L1)", async () => {
    const shop = await visits.aGoneShop();
    const [link, stop] = [await visits.linkFor(shop), await visits.linkFor(shop, "stop-mail")];
    const scanner = await visits.visit(shop);
    const pages = ["/exit", "/exit/review", "/exit/request", "/exit/stop", "/exit/delete", "/exit/link"];
    for (let round = 0; round < 20; round += 1) {
      const method = ["GET", "HEAD", "POST"][round % 3] ?? "GET";
      const init = method === "POST" ? { method, body: new URLSearchParams() } : { method };
      for (const path of [link, stop, ...pages]) await app.fetch(path, { ...init, headers: scanner });
    }
    expect(await app.db.shops.find(shop.shop)).toEqual(shop);
    expect(await open(shop)).toBeNull();
    expect(await visits.codeJobs(shop)).toEqual([]);
    const { owner, code } = await codeOfOwner(shop);
    expect((await handOver({ code }, owner)).headers.get("location")).toBe("/exit/request");
  });

  it("lets the help desk be asked by a press, and not by a look or an empty form", async () => {
    const shop = await visits.aGoneShop();
    const visitor = await visits.visit(shop);
    const helpDesk = createFakeHelpDesk();
    const { deps } = app.container;
    const own = deps.helpDesk;
    Object.assign(deps, { helpDesk });
    const settings = { ...deps.settings, channel: "freshdesk" as const };
    const text = { subject: ticket.subject, body: ticket.body, reason: null };
    const input = {
      shop: shop.shop,
      actor: "staff-1",
      route: "starter-ticket" as const,
      openItems: [],
      ...NAMED_ONLY,
      accounts: await visits.accounts(shop),
    };
    await handOverNow({ ...input, ...text }, { ...deps, settings });
    const request = await open(shop);
    const sent = await app.db.tickets.findByRequest(shop.shop, request?.id ?? "");
    await deliverTicket({ shop: shop.shop, ticketId: sent?.id ?? "" }, deps);
    const reference = request?.reference ?? "";
    const look = async (path: string) => (await app.fetch(path, { headers: visitor })).text();
    const state = async () => (await open(shop))?.state;
    expect(await look("/exit/request")).toContain("Check ticket status");
    await visits.post("/exit/request", { reference }, visitor);
    expect(await state()).toBe("sent");
    const pressed = await visits.post("/exit/request", { reference, ask: "desk" }, visitor);
    const answer = pressed.headers.get("location") ?? "";
    expect([pressed.status, answer]).toEqual([302, `/exit/request?reference=${reference}&asked=moved#desk`]);
    expect(await state()).toBe("acknowledged");
    expect(await look(answer.replace("#desk", ""))).toContain("There is news about your ticket.");
    const again = await visits.post("/exit/request", { reference, ask: "desk" }, visitor);
    expect(again.headers.get("location")).toContain("asked=as-before");
    const stranger = await visits.visit(await visits.aGoneShop());
    const others = await visits.post("/exit/request", { reference, ask: "desk" }, stranger);
    expect(others.headers.get("location")).toContain("asked=nothing-to-ask");
    Object.assign(deps, { helpDesk: own });
  });
});
