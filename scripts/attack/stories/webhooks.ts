import { createHmac, randomUUID } from "node:crypto";
import { type Answer, ask, each, type Findings, from, judge, type Story, type Target } from "../target.ts";

const SHOP = "attacked-store.myshopify.com";
const BODY = JSON.stringify({
  shop_id: 1,
  shop_domain: SHOP,
  customer: { id: 1, email: "nobody@example.com", phone: "1" },
  orders_requested: [],
  data_request: { id: 1 },
});

const hmac = (body: string, secret: string, as: "base64" | "hex" = "base64"): string =>
  createHmac("sha256", secret).update(body).digest(as);

function post(target: Target, body: string, headers: Record<string, string>): Promise<Answer | null> {
  return ask(target, "/webhooks/shopify", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": "customers/data_request",
      "x-shopify-shop-domain": SHOP,
      "x-shopify-api-version": "2026-10",
      "x-shopify-webhook-id": randomUUID(),
      "x-shopify-event-id": randomUUID(),
      "x-shopify-triggered-at": new Date().toISOString(),
      ...from(30),
      ...headers,
    },
  });
}

const SIGNATURE = "x-shopify-hmac-sha256";

const expected = (answer: Answer | null, what: string, status: number): Findings => [
  ...judge(answer, what),
  ...(answer && answer.status !== status ? [`${what}: ${answer.status}, not ${status}`] : []),
];

/** Whoever is not Shopify is told so, before anything is read or kept. */
export const forgedWebhooks: Story = {
  name: "10 forged webhooks, with an empty body as well",
  play: (target) => {
    const right = hmac(BODY, target.apiSecret);
    const tries: [what: string, body: string, signature: string | null, status: number][] = [
      ["no signature", BODY, null, 401],
      ["an empty signature", BODY, "", 401],
      ["another secret", BODY, hmac(BODY, "another-secret"), 401],
      ["a cut signature", BODY, right.slice(0, -4), 401],
      ["a signature in hex", BODY, hmac(BODY, target.apiSecret, "hex"), 401],
      ["the signature of another body", BODY.replace('"1"', '"2"'), right, 401],
      ["a body written again", ` ${BODY}`, right, 401],
      ["an empty body, badly signed", "", right, 401],
      ["an empty body, not signed", "", null, 401],
      ["signed, but no JSON", "{", hmac("{", target.apiSecret), 400],
      ["signed, but a list", "[]", hmac("[]", target.apiSecret), 400],
    ];
    return each(tries, async ([what, body, signature, status]) =>
      expected(await post(target, body, signature === null ? {} : { [SIGNATURE]: signature }), what, status),
    );
  },
};

/** What is signed still has to be of one store and of a topic the app asked for. */
export const oddWebhooks: Story = {
  name: "10 signed webhooks of another store, topic or shape",
  play: (target) => {
    const signed = { [SIGNATURE]: hmac(BODY, target.apiSecret) };
    const tries: [what: string, headers: Record<string, string>, status: number][] = [
      ["of another store than its body", { "x-shopify-shop-domain": "other-store.myshopify.com" }, 400],
      ["of no store", { "x-shopify-shop-domain": "evil.example" }, 400],
      ["of a topic nobody asked for", { "x-shopify-topic": "orders/create" }, 404],
      ["of a topic every object has", { "x-shopify-topic": "constructor" }, 404],
      ["with the body of another topic", { "x-shopify-topic": "shop/redact" }, 400],
      ["with an id no index holds", { "x-shopify-webhook-id": "9".repeat(4_000) }, 400],
    ];
    return each(tries, async ([what, headers, status]) =>
      expected(await post(target, BODY, { ...signed, ...headers }), what, status),
    );
  },
};

/** Sent again, twenty at once: taken each time, kept once. Whether it was is read from the log. */
export const replayedWebhook: Story = {
  name: "10 a webhook sent again, twenty at once",
  play: async (target) => {
    const headers = { [SIGNATURE]: hmac(BODY, target.apiSecret), "x-shopify-webhook-id": randomUUID() };
    return each(Array.from({ length: 20 }), async () =>
      expected(await post(target, BODY, headers), "a copy", 200),
    );
  },
};

/** Hostile to whoever looks for addresses: 200 kB of what nearly is one. */
const SLOW_MAIL = ["<", "a@", "=?utf-8?q?", "a.", "(", " \r\n"].map(
  (piece) => `From: x@example.com\r\nSubject: Undelivered\r\n\r\n${piece.repeat(200_000 / piece.length)}`,
);

/** The mail provider's door: signed, fresh, of the right length, and nothing in it holds the process. */
export const mailEvents: Story = {
  name: "3, 5 forged, old and endless mail events",
  play: async (target) => {
    const secret = target.mailSecret;
    if (secret === null) return [];
    const send = (body: string, signature: string, type = "application/json") =>
      ask(target, "/webhooks/mail", {
        method: "POST",
        body,
        headers: { "content-type": type, "x-settled-signature": signature, ...from(31) },
      });
    const sign = (body: string, seconds = Math.floor(Date.now() / 1_000), key = secret) =>
      `t=${seconds},v1=${createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex")}`;
    const events = '{"events":[]}';
    const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
    return [
      ...expected(await send(events, ""), "mail events without a signature", 401),
      ...expected(
        await send(events, sign(events, undefined, "another")),
        "mail events of somebody else",
        401,
      ),
      ...expected(await send(events, sign(events, hourAgo)), "mail events of an hour ago", 401),
      ...expected(await send("{", sign("{")), "mail events that are none", 400),
      ...(await each(SLOW_MAIL, async (mail) =>
        judge(
          await send(mail, sign(mail), "message/rfc822"),
          `a mail full of ${JSON.stringify(mail.slice(-4))}`,
        ),
      )),
    ];
  },
};
