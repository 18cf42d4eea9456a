import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { aClosing, aClosingEvent } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

const profileOf = ({ name, contactEmail }: ShopRow) => ({
  shopifyId: "gid://shopify/Shop/1",
  name,
  email: contactEmail,
  timeZone: "America/New_York",
  currency: "USD",
});

describe("what a link in the wrong hands comes to", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  const log: string[] = [];
  beforeAll(async () => {
    app = await startApp({ logTo: (line) => void log.push(line) });
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());
  const whereTo = (response: Response) => [response.status, response.headers.get("location")];
  const comeBack = (shop: ShopRow, email = shop.contactEmail) =>
    saveInstall({ shop: shop.shop, profile: { ...profileOf(shop), email } }, app.container.deps);

  it("leaves no token in the log, whatever method, case, coding or query its address comes with", async () => {
    const shop = await visits.aGoneShop();
    const paths = [await visits.linkFor(shop), await visits.linkFor(shop, "stop-mail")];
    const tokens = paths.map((path) => path.split("/").at(-1) ?? "");
    const hidden = (text: string) =>
      [...text].map((char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
    for (const path of paths) {
      const token = path.split("/").at(-1) ?? "";
      const folder = path.slice(1, path.lastIndexOf("/"));
      const addresses = [
        path,
        `${path}/`,
        `${path}/more`,
        `/${folder.toUpperCase()}/${token}`,
        `/${hidden(folder)}/${hidden(token)}`,
        `/${folder}/${hidden(token).replaceAll("%", "%25")}`,
        `/nowhere/${token}`,
        `/nowhere?link=${path}`,
        `${path}?_data=routes%2Fl.%24token`,
        `${path}?_data=routes%2Fnone`,
        `/exit?from=${encodeURIComponent(path)}`,
        `/app/${token}`,
        `/auth/${token}?shop=${token}`,
        `/webhooks/${token}`,
        `//${folder}/${token}`,
      ];
      for (const address of addresses)
        for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
          const body = ["GET", "HEAD"].includes(method) ? null : new URLSearchParams({ token, link: path });
          await app.fetch(address, { method, body });
        }
      await app.fetch("/exit", {
        headers: { referer: `${app.origin}${path}`, cookie: `settled_visit=${token}` },
      });
    }
    const whole = decodeURIComponent(log.join("").replaceAll(/%(?![0-9a-f]{2})/gi, "%25"));
    expect(log.length).toBeGreaterThan(10);
    for (const part of tokens.flatMap((token) => token.split("."))) {
      expect(whole.toLowerCase()).not.toContain(part.toLowerCase());
      expect(log.join("")).not.toContain(hidden(part));
    }
  });

  it("ends with a reinstall: every link and visit leads to the admin and shows nothing of the store", async () => {
    const shop = await visits.aGoneShop({ name: "Acme Secret Store" });
    const [link, stop] = [await visits.linkFor(shop), await visits.linkFor(shop, "stop-mail")];
    const { cookie } = await visits.visit(shop);
    expect(whereTo(await app.fetch(link))).toEqual([302, "/exit"]);
    await comeBack(shop);
    for (const response of [
      await app.fetch(link),
      await app.fetch(stop),
      await app.fetch("/exit", { headers: { cookie } }),
      await app.fetch("/exit/facts", { headers: { cookie } }),
      await visits.post("/exit/delete", { sure: "yes" }, { cookie }),
      await visits.post(stop, { "List-Unsubscribe": "One-Click" }),
    ])
      expect(whereTo(response)).toEqual([302, "/exit/installed"]);
    const page = await (await app.fetch("/exit/installed", { headers: { cookie } })).text();
    expect(page).toContain("Open Settled in your admin");
    expect(page).not.toMatch(/Acme|myshopify|owner@/);
    expect((await app.db.shops.find(shop.shop))?.mailStoppedAt).toBeNull();
    expect(whereTo(await app.fetch("/l/none.none"))).toEqual([302, "/exit/link"]);
  });

  it("ends when mails begin to go to another address, and stays while the address is the same", async () => {
    const shop = await visits.aGoneShop();
    await app.db.shops.save({ ...shop, uninstalledAt: null });
    // While the app is installed mails carry the link that stops them, and no other.
    const link = await visits.linkFor(shop, "stop-mail");
    await comeBack(shop, "OWNER@acme-outdoor.example ");
    expect((await app.fetch(link)).status).toBe(200);
    await comeBack(shop, "new-owner@acme-outdoor.example");
    expect(whereTo(await app.fetch(link))).toEqual([302, "/exit/installed"]);
  });

  it("deletes nothing, withdraws nothing and closes nothing without the code", async () => {
    const shop = await visits.aGoneShop();
    await app.db.closingRequests.open(
      aClosing({ shop: shop.shop, accounts: await visits.accounts(shop) }),
      aClosingEvent(),
    );
    const thief = await visits.visit(shop);
    const reference = (await app.db.closingRequests.findOpen(shop.shop))?.reference ?? "";
    const forms: [string, Record<string, string>][] = [
      ["/exit/delete", { sure: "yes", request: "delete-too" }],
      ["/exit/note", { reference, trigger: "withdrawn-unsent", statement: "Never mind" }],
      ["/exit/note", { reference, trigger: "told-handed-over", proof: "I did" }],
      ["/exit/accounts", { accounts: "IRthief000001" }],
    ];
    for (const [path, fields] of forms)
      for (const code of ["", "000000"]) {
        const answer = await visits.post(path, { ...fields, code }, thief);
        expect([path, [302, 422].includes(answer.status), answer.headers.get("location") ?? "/exit"]).toEqual(
          [path, true, "/exit"],
        );
      }
    expect((await app.db.closingRequests.findOpen(shop.shop))?.state).toBe("ready");
    expect(await app.db.statedFacts.all(shop.shop)).toEqual([]);
    const asked = await visits.post("/exit/delete", { sure: "yes", request: "delete-too" }, thief);
    const page = await asked.text();
    expect(page).toContain("Enter the code that Settled sends to your mailbox");
    expect(page).not.toContain("Check what you entered");
    // What was ticked and chosen is not to be ticked again.
    expect(page.match(/ checked=""/g)).toHaveLength(2);
  });

  it("deletes with the code, and asks the scanner's empty form for none", async () => {
    const shop = await visits.aGoneShop();
    const owner = await visits.visit(shop);
    await visits.post("/exit/delete", {}, owner);
    expect(await visits.codeJobs(shop)).toEqual([]);
    await visits.post("/exit/delete", { sure: "yes" }, owner);
    const code = await visits.lastCode(shop);
    const done = await visits.post("/exit/delete", { sure: "yes", code }, owner);
    expect(whereTo(done)).toEqual([302, "/exit/deleted"]);
    expect(await app.db.shops.find(shop.shop)).toBeNull();
  });

  it("shows the owner what came by a link, in the history and in one mail a day", async () => {
    const shop = await visits.aGoneShop();
    const thief = await visits.visit(shop);
    await visits.post("/exit/route", { account: "starter" }, thief);
    await visits.post("/exit/route", { account: "other-brand" }, thief);
    expect(await app.db.storeEvents.latest(shop.shop, 9)).toMatchObject([
      { kind: "told-by-link", actor: "signed-link", detail: { what: "answers" } },
      { kind: "told-by-link", actor: "signed-link", detail: { what: "answers" } },
    ]);
    const jobs = await app.container.boss.findJobs<{ mailId: string }>("deliver-mail", {
      data: { shop: shop.shop },
    });
    const mails = await Promise.all(jobs.map(({ data }) => app.db.mails.findById(shop.shop, data.mailId)));
    expect(mails.map((mail) => mail?.purpose)).toEqual(["account-news"]);
  });

  it("takes no answer of the owner's away without the code", async () => {
    const shop = await visits.aGoneShop();
    const shown = {
      name: "closingAccount",
      value: "starter",
      statedAt: shop.installedAt,
      statedBy: "staff-1",
    };
    await app.db.statedFacts.save(shop.shop, [shown]);
    const thief = await visits.visit(shop);
    const answer = await visits.post("/exit/route", { account: "other-brand" }, thief);
    expect([answer.status, (await answer.text()).includes('name="code"')]).toEqual([422, true]);
    expect((await app.db.statedFacts.all(shop.shop))[0]?.value).toBe("starter");
  });

  it("lets a visitor end the visit, for good on this machine, and the code with it", async () => {
    const shop = await visits.aGoneShop();
    const visitor = await visits.visit(shop);
    for (const path of [
      "/exit",
      "/exit/review",
      "/exit/facts",
      "/exit/delete",
      "/exit/stop",
      "/exit?locale=en",
    ])
      expect(await (await app.fetch(path, { headers: visitor })).text()).toContain("End this visit");
    const ended = await visits.post("/exit/end", {}, visitor);
    expect(whereTo(ended)).toEqual([302, "/exit/end"]);
    const cookie = ended.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(whereTo(await app.fetch("/exit", { headers: { cookie } }))).toEqual([302, "/exit/link"]);
    const page = await (await app.fetch("/exit/end", { headers: { cookie } })).text();
    expect(page).toContain("Your visit has ended");
    expect(page).not.toContain("End this visit");
    expect(page).not.toContain(shop.name);
  });

  it("says once in the log that more proxies stand in front than are configured, and names no address", async () => {
    const before = log.length;
    const two = { "x-forwarded-for": "203.0.113.9, 198.51.100.7" };
    for (let round = 0; round < 3; round += 1) await app.fetch("/healthz", { headers: two });
    const said = log.slice(before).filter((line) => line.includes("TRUSTED_PROXIES"));
    expect(said).toHaveLength(1);
    expect(said[0]).not.toMatch(/203\.0\.113|198\.51\.100/);
  });
});
