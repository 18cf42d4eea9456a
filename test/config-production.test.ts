import { describe, expect, it } from "vitest";
import {
  DATABASE,
  freshdesk,
  key,
  LINK_SECRET,
  PARTNER,
  problems,
  production,
  ROTATED,
  secretOf,
  zendesk,
} from "./production-settings.ts";

const HTTPS = "must be https in production: name the address that begins with https://";
const DEMO = "comes from the demo; put in one of your own";
const REGULAR = "is too regular for a secret; make one at random, as .env.example says";
const NOWHERE = "is an address of the demo or of no real machine; put in the real one";
const TLS = "must ask for TLS in production: begin with smtps://, or end with ?requireTLS=true";
describe("in production", () => {
  it.each<Record<string, string>>([
    {},
    freshdesk,
    zendesk,
    { SMTP_URL: "smtp://user:password@mail.example.com:587" },
    { SMTP_URL: "smtp://mail.example.com:25?requireTLS=true" },
    { SEAL_KEYS: `${key("k2", "new")},${key("k1", "seal")}` },
    { LINK_SECRET_PREVIOUS: `${secretOf("b").toString("hex")}, ${secretOf("c").toString("hex")}` },
    { ...ROTATED, SHOPIFY_API_SECRET_ROTATED_AT: "2026-11-30T11:59:59Z" },
    { DATABASE_URL: `${DATABASE}?sslmode=verify-full` },
    { DATABASE_URL: `${DATABASE}?sslmode=require&sslrootcert=/etc/settled/ca.pem` },
    { DATABASE_URL: `${DATABASE}?sslmode=verify-full&sslcert=/a/client.pem&sslkey=/a/client.key` },
    { DATABASE_URL: "postgresql://settled:pa%40ss@localhost:5432/settled" },
    { DATABASE_URL: "postgresql://settled:pa%40ss@127.0.0.1:5432/settled?sslmode=disable" },
    { DATABASE_URL: "postgresql://settled:pa%40ss@[::1]:5432/settled" },
    { DATABASE_URL: "postgresql://settled@%2Fvar%2Frun%2Fpostgresql/settled" },
    { ...PARTNER },
    { METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" },
    { METRICS_HOST: "127.0.0.1" },
    { ...zendesk, FRESHDESK_URL: "https://impact.freshdesk.com" },
  ])("a sound change starts: %j", (change) => {
    expect(problems(change)).toEqual([]);
  });

  it.each<[Record<string, string>, string]>([
    [{ SANDBOX_ORIGIN: "http://localhost:3000" }, "SANDBOX_ORIGIN must not be set in production; remove it"],
    [{ CLOCK_FILE: "clock.json" }, "CLOCK_FILE must not be set in production; remove it"],
    [{ SERVE: "live" }, "SERVE must be build in production: run npm run build, and leave SERVE out"],
    [{ SHOPIFY_APP_URL: "http://settled.example.com" }, `SHOPIFY_APP_URL ${HTTPS}`],
    [{ PARTNER_API_URL: "http://partners.shopify.com" }, `PARTNER_API_URL ${HTTPS}`],
    [{ IMPACT_API_URL: "http://api.impact.com" }, `IMPACT_API_URL ${HTTPS}`],
    [{ IMPACT_APP_URL: "http://app.impact.com" }, `IMPACT_APP_URL ${HTTPS}`],
    [{ APP_BRIDGE_URL: "http://cdn.shopify.com/app-bridge.js" }, `APP_BRIDGE_URL ${HTTPS}`],
    [{ ...freshdesk, FRESHDESK_URL: "http://impact.freshdesk.com" }, `FRESHDESK_URL ${HTTPS}`],
    [{ ...zendesk, ZENDESK_URL: "http://impact.zendesk.com" }, `ZENDESK_URL ${HTTPS}`],
    [{ SHOPIFY_API_KEY: "replace-with-the-client-id-from-the-dev-dashboard" }, `SHOPIFY_API_KEY ${DEMO}`],
    [{ LINK_SECRET: "abcdefghijklmnopqrstuvwxyzabcdefghijkl" }, `LINK_SECRET ${REGULAR}`],
    [{ LINK_SECRET: "zyxwvutsrqponmlkjihgfedcba9876543210" }, `LINK_SECRET ${REGULAR}`],
    [{ LINK_SECRET: "acegikmoqsuwyacegikmoqsuwy-acegikmoq" }, `LINK_SECRET ${REGULAR}`],
    [{ IMPACT_API_URL: "https://localhost:3000/impact-api" }, `IMPACT_API_URL ${NOWHERE}`],
    [{ IMPACT_API_URL: "https://[::1]/impact-api" }, `IMPACT_API_URL ${NOWHERE}`],
    [{ PARTNER_API_URL: "https://127.0.0.1/_partners" }, `PARTNER_API_URL ${NOWHERE}`],
    [{ SUPPORT_ADDRESS: "help-desk@sandbox.example" }, `SUPPORT_ADDRESS ${NOWHERE}`],
    [{ ...zendesk, ZENDESK_EMAIL: "agent@sandbox.example" }, `ZENDESK_EMAIL ${NOWHERE}`],
    [{ MAIL_FROM: "Settled <notices@settled.example>" }, `MAIL_FROM ${NOWHERE}`],
    [{ OPERATOR_EMAIL: "me@here.example" }, `OPERATOR_EMAIL ${NOWHERE}`],
    [{ OPERATOR_ALERT_ADDRESS: "me@here.test" }, `OPERATOR_ALERT_ADDRESS ${NOWHERE}`],
    [{ SMTP_URL: "smtp://mail.example.com:25" }, `SMTP_URL ${TLS}`],
    [{ SMTP_URL: "smtp://localhost:3025" }, `SMTP_URL ${TLS}`],
    [
      { SMTP_URL: "smtp://user:password@mail.example.com:587?ignoreTLS=true" },
      "SMTP_URL must not switch TLS off; remove ignoreTLS",
    ],
    [
      { SMTP_URL: "smtp://user:password@mail.example.com:587?ignoreTLS=1" },
      "SMTP_URL must not switch TLS off; remove ignoreTLS",
    ],
    ...["?requireTLS=false", "?requireTLS=0", "?requireTLS=true&requireTLS=false"].map(
      (end): [Record<string, string>, string] => [
        { SMTP_URL: `smtp://user:password@mail.example.com:587${end}` },
        "SMTP_URL must not switch TLS off; write requireTLS=true or leave it out",
      ],
    ),
    [
      { SMTP_URL: "smtps://user:100%@mail.example.com" },
      "SMTP_URL must be smtp://user:password@host:587; write special characters of the password as %40 and the like",
    ],
    [{ SMTP_URL: "smtps://mail.example.com?debug=true" }, "SMTP_URL must not contain debug=; remove it"],
    [
      { SMTP_URL: `smtps://user:${LINK_SECRET}@mail.example.com` },
      "SMTP_URL has the same secret as LINK_SECRET for a password; give each one of its own",
    ],
    [
      {
        DATABASE_URL: `postgresql://settled:${LINK_SECRET}@db.internal:5432/settled?sslmode=verify-full`,
      },
      "DATABASE_URL has the same secret as LINK_SECRET for a password; give each one of its own",
    ],
    [{ SEAL_KEYS: `k1:${Buffer.from("ab".repeat(16)).toString("base64")}` }, `SEAL_KEYS ${REGULAR}`],
    [
      { SEAL_KEYS: `k1:${Buffer.from("0123456789abcdef".repeat(2)).toString("base64")}` },
      `SEAL_KEYS ${REGULAR}`,
    ],
    [
      { SEAL_KEYS: `k1:${Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64")}` },
      `SEAL_KEYS ${REGULAR}`,
    ],
    [
      { MAIL_FROM: "a@settled.example.com, b@settled.example.com" },
      "MAIL_FROM must be the sender's email address, and one only",
    ],
    ...["/app", "/?x=1", "#x"].map((end): [Record<string, string>, string] => [
      { SHOPIFY_APP_URL: `https://settled.example.com${end}` },
      "SHOPIFY_APP_URL must be the public address of this app without a path, for example https://settled.example.com",
    ]),
    [
      { SMTP_URL: "smtps://mail.example.com?tls.rejectUnauthorized=false" },
      "SMTP_URL must not switch the check of the server's certificate off; remove tls.rejectUnauthorized (a private CA: docs/operations.md)",
    ],
    [
      { ...ROTATED, SHOPIFY_API_SECRET_ROTATED_AT: "2026-11-30T12:00:01Z" },
      "SHOPIFY_API_SECRET_ROTATED_AT lies in the future; put in the moment at which the secret was rotated",
    ],
    [{ SEAL_KEYS: `k1:${Buffer.alloc(32).toString("base64")}` }, `SEAL_KEYS ${REGULAR}`],
    [{ SEAL_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}` }, `SEAL_KEYS ${REGULAR}`],
    [
      { SEAL_KEYS: `${key("k2", "seal")},${key("k1", "seal")}` },
      "SEAL_KEYS names the same secret twice; each must be another one",
    ],
    [
      { SEAL_KEYS: `${key("k1", "new")},${key("k1", "seal")}` },
      "SEAL_KEYS must give each key an id of its own",
    ],
    [{ LINK_SECRET: "a".repeat(40) }, `LINK_SECRET ${REGULAR}`],
    [{ LINK_SECRET: "0123456789abcdef".repeat(2) }, `LINK_SECRET ${REGULAR}`],
    [{ LINK_SECRET: "0123456789abcdef0123456789abcdef012345" }, `LINK_SECRET ${REGULAR}`],
    [
      { LINK_SECRET_PREVIOUS: LINK_SECRET },
      "LINK_SECRET_PREVIOUS is the same secret as LINK_SECRET; give each one of its own",
    ],
    [
      { MAIL_EVENTS_SECRET: LINK_SECRET },
      "MAIL_EVENTS_SECRET is the same secret as LINK_SECRET; give each one of its own",
    ],
    [
      { LINK_SECRET: production.SHOPIFY_API_SECRET },
      "LINK_SECRET is the same secret as SHOPIFY_API_SECRET; give each one of its own",
    ],
    [
      {
        SHOPIFY_API_SECRET_PREVIOUS: production.SHOPIFY_API_SECRET,
        SHOPIFY_API_SECRET_ROTATED_AT: "2026-11-30T11:00:00Z",
      },
      "SHOPIFY_API_SECRET_PREVIOUS is the same secret as SHOPIFY_API_SECRET; give each one of its own",
    ],
    [{ SHOPIFY_API_SECRET: `sandbox-${"0f3a9c".repeat(6)}` }, `SHOPIFY_API_SECRET ${DEMO}`],
    [{ LINK_SECRET: `sandbox-${LINK_SECRET}` }, `LINK_SECRET ${DEMO}`],
    [{ OPERATOR_TOKEN: `demo-${LINK_SECRET}` }, `OPERATOR_TOKEN ${DEMO}`],
    [
      { OPERATOR_TOKEN: "0123".repeat(8) },
      "OPERATOR_TOKEN is too regular for a secret; make one at random, as .env.example says",
    ],
    [
      { OPERATOR_TOKEN: LINK_SECRET },
      "OPERATOR_TOKEN is the same secret as LINK_SECRET; give each one of its own",
    ],
    [{ MAIL_EVENTS_SECRET: `demo-${LINK_SECRET}` }, `MAIL_EVENTS_SECRET ${DEMO}`],
    [{ ...PARTNER, PARTNER_TOKEN: "sandbox-partner-token" }, `PARTNER_TOKEN ${DEMO}`],
    [{ ...freshdesk, FRESHDESK_API_KEY: "sandbox-help-desk-key" }, `FRESHDESK_API_KEY ${DEMO}`],
    [{ ...zendesk, ZENDESK_API_TOKEN: "sandbox-help-desk-key" }, `ZENDESK_API_TOKEN ${DEMO}`],
    [{ SEAL_KEYS: key("demo", "seal") }, `SEAL_KEYS ${DEMO}`],
    [{ SHOPIFY_API_KEY: "settled-sandbox" }, `SHOPIFY_API_KEY ${DEMO}`],
  ])("%j is refused, with the variable and what to do", (change, line) => {
    expect(problems(change)).toEqual([line]);
  });

  it("everything that is wrong is said at once, and no secret is repeated", () => {
    const lines = problems({
      SERVE: "live",
      LINK_SECRET: "hunter22hunter22hunter22hunter22",
      IMPACT_API_URL: "http://api.impact.com",
    });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["SERVE", "IMPACT_API_URL", "LINK_SECRET"]);
    expect(lines.join()).not.toContain("hunter22");
  });

  it("what is refused there may be so while somebody develops", () => {
    const loose = {
      NODE_ENV: "development",
      SERVE: "live",
      SMTP_URL: "smtp://localhost:3025",
      IMPACT_API_URL: "http://localhost:3000/impact-api",
      LINK_SECRET: `sandbox-${LINK_SECRET}`,
      SUPPORT_ADDRESS: "help-desk@sandbox.example",
      CLOCK_FILE: "clock.json",
    };
    expect(problems(loose)).toEqual([]);
  });
});
