import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBounce } from "#test/factories/bounces/report.ts";
import { aMail } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

const EVENTS_SECRET = "web-test-mail-events-secret-0123456789";

describe("the mail provider's events", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    Object.assign(app.container.config, { MAIL_EVENTS_SECRET: EVENTS_SECRET });
  });
  afterAll(() => app.stop());

  const send = (body: string, { secret = EVENTS_SECRET, age = 0, header = "" } = {}) => {
    const t = Math.floor(Date.now() / 1000) - age;
    const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
    const headers = {
      "content-type": "application/json",
      "x-settled-signature": header || `t=${t},v1=${v1}`,
    };
    return app.fetch("/webhooks/mail", { method: "POST", headers, body });
  };
  const bounce = (address: string) =>
    JSON.stringify({ events: [{ type: "bounce", permanent: true, address }] });
  const suppressed = async (address: string) => {
    const { suppressionOf } = await import("#app/services/outbox/suppression.server.ts");
    return suppressionOf(address, app.container.deps);
  };

  it("suppress an address when they are signed and fresh", async () => {
    expect((await send(bounce("Signed@Acme.example"))).status).toBe(200);
    expect(await suppressed("signed@acme.example")).toBe("bounce");
  });

  it("are counted one by one: an entry that cannot be read keeps none of the others out", async () => {
    const events = [
      { type: "opened", address: "a@b.example" },
      { type: "bounce", permanent: true, address: "no address" },
      null,
      { type: "complaint", address: "batch@acme.example" },
      { type: "bounce", permanent: true, address: "owner+shop=1@acme.example" },
    ];
    const answer = await send(JSON.stringify({ events }));
    expect([answer.status, await answer.json()]).toEqual([200, { events: 2, unread: 3 }]);
    expect(await suppressed("batch@acme.example")).toBe("complaint");
    expect(await suppressed("owner+shop=1@acme.example")).toBe("bounce");
  });

  it("change nothing when the signature is missing, wrong, old or of another body", async () => {
    const body = bounce("unsigned@acme.example");
    const refused = [
      await send(body, { secret: "another-secret-of-more-than-32-characters" }),
      await send(body, { age: 301 }),
      await send(body, { age: -301 }),
      await send(body, { header: "t=1,v1=abc" }),
      await app.fetch("/webhooks/mail", { method: "POST", body }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(await suppressed("unsigned@acme.example")).toBeNull();
  });

  it("are refused when they are no events, too long, or not posted", async () => {
    expect((await send("not json")).status).toBe(400);
    expect((await send('{"event":{"type":"bounce","address":"a@b.example"}}')).status).toBe(400);
    expect((await send("x".repeat(300_000))).status).toBe(413);
    expect((await app.fetch("/webhooks/mail")).status).toBe(405);
  });

  it("come as the raw message too, passed on by a mail server's pipe, and are shown in Setup's words", async () => {
    const shop = await visitsOf(app).aGoneShop({ contactEmail: "returned@acme.example" });
    const mail = aMail({ shop: shop.shop, recipient: "returned@acme.example" });
    await app.db.mails.add(mail);
    const pass = (text: string, env = {}) =>
      passOn(text, { SHOPIFY_APP_URL: app.origin, MAIL_EVENTS_SECRET: EVENTS_SECRET, ...env });
    expect(await pass(aBounce({ to: "returned@acme.example", messageId: "<forged@a.example>" }))).toBe(0);
    expect(await suppressed("returned@acme.example")).toBeNull();
    const bounce = aBounce({ to: "returned@acme.example", messageId: mail.messageId });
    expect(await pass(bounce, { MAIL_EVENTS_SECRET: "x".repeat(32) })).toBe(75);
    expect(await suppressed("returned@acme.example")).toBeNull();
    expect(await pass(bounce)).toBe(0);
    expect(await suppressed("returned@acme.example")).toBe("bounce");
  });

  it("do not exist without a shared secret", async () => {
    Object.assign(app.container.config, { MAIL_EVENTS_SECRET: undefined });
    const status = (await send(bounce("none@acme.example"))).status;
    Object.assign(app.container.config, { MAIL_EVENTS_SECRET: EVENTS_SECRET });
    expect(status).toBe(404);
  });
});

/** Runs the script a mail server pipes a returned message into; its exit code. */
async function passOn(text: string, env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, ["scripts/post-bounce.ts"], { env: { ...process.env, ...env } });
  child.stdin.end(text, "latin1");
  const [code] = await once(child, "exit");
  return code;
}
