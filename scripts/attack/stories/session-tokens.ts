import { createHmac } from "node:crypto";
import { adminAddresses } from "../addresses.ts";
import { ask, each, from, judge, type Story, type Target } from "../target.ts";

const SHOP = "acme.myshopify.com";
const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

type Forged = { claims?: object; header?: object; secret?: string; cut?: boolean };

function mint(
  { apiKey, apiSecret }: Target,
  { claims = {}, header = {}, secret = apiSecret, cut }: Forged,
): string {
  const now = Math.floor(Date.now() / 1_000);
  const times = { nbf: now - 5, iat: now - 5, exp: now + 60 };
  const whose = {
    iss: `https://${SHOP}/admin`,
    dest: `https://${SHOP}`,
    aud: apiKey,
    sub: "1",
    sid: "s",
    jti: "j",
  };
  const head = text({ alg: "HS256", typ: "JWT", ...header });
  const body = `${head}.${text({ ...whose, ...times, ...claims })}`;
  return cut ? `${body}.` : `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
}

/** Each is a token that Shopify did not make for this app and this minute. */
function forgedTokens(target: Target): [what: string, token: string][] {
  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  return [
    ["unsigned", mint(target, { header: { alg: "none" }, cut: true })],
    ["signed with another secret", mint(target, { secret: "another-secret-of-somebody" })],
    ["signed with an empty secret", mint(target, { secret: "" })],
    ["made for another app", mint(target, { claims: { aud: "another-app" } })],
    ["an hour old", mint(target, { claims: { nbf: hourAgo - 60, exp: hourAgo } })],
    ["of tomorrow", mint(target, { claims: { nbf: hourAgo + 90_000, exp: hourAgo + 90_060 } })],
    ["with a key of its own", mint(target, { header: { jwk: { kty: "oct", k: "YQ" } }, secret: "a" })],
    ["no token", "x.y.z"],
    ["too long", `${"a".repeat(6_000)}.b.c`],
  ];
}

/** No page of the admin opens for them, by header or by address. */
export const forgedSessionTokens: Story = {
  name: "1 session tokens that Shopify did not make",
  play: (target) => {
    const host = Buffer.from(`admin.shopify.com/store/acme`).toString("base64").replace(/=+$/, "");
    type Try = { what: string; path: string; headers: Record<string, string> };
    const tries = adminAddresses().flatMap((path) =>
      forgedTokens(target).flatMap(([what, token]): Try[] => [
        {
          what: `${path} with a token ${what}, in the header`,
          path,
          headers: { authorization: `Bearer ${token}` },
        },
        {
          what: `${path} with a token ${what}, in the address`,
          path: `${path}?embedded=1&shop=${SHOP}&host=${host}&id_token=${token}`,
          headers: {},
        },
      ]),
    );
    return each(tries, async ({ what, path, headers }) => {
      const answer = await ask(target, path, { headers: { ...from(20), ...headers } });
      const open = answer && answer.status < 300 ? [`${what}: opens (${answer.status})`] : [];
      return [...judge(answer, what), ...open];
    });
  },
};
