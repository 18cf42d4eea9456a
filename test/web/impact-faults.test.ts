import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import { failureText } from "#app/messages/failure-text.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { type ImpactResource, OPERATOR, type ReadFailure } from "#app/ports/index.ts";
import { alarmRound } from "#app/services/alarm/alarm-round.server.ts";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { refreshFacts } from "#app/services/connection/refresh-facts.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { FAULT_KINDS } from "#sandbox/impact/state/faults.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";
import { installedShop, SECRET, startApp, type TestApp } from "./an-app.ts";

/** What a call may take: far more than the sandbox needs, and little enough to wait for twice. */
const CALL_MS = 1_500;
const TIME_ZONE = "America/New_York";
const ACCOUNTS = {
  story: "IRs3StoryAcme0001",
  "partner-small": "IRpartnerTrail0009",
  agency: "IRagencyNorthwind0011",
} as const;
type Key = keyof typeof ACCOUNTS;

type Category = Extract<ImpactResource, "CompanyInformation" | "Contracts" | "Invoices" | "Catalogs">;
/** A fault of the sandbox and what it must be called; the reset of a rate limit is two minutes ahead. */
const NAMES = {
  unauthorized: () => ({ outcome: "unauthorized" }),
  forbidden: (resource) => ({ outcome: "forbidden", resource }),
  "rate-limit-brand": () => ({ outcome: "rate-limited", retryAt: "2026-05-12T13:02:00Z" }),
  "rate-limit-partner": () => ({ outcome: "rate-limited", retryAt: "2026-05-12T13:02:00Z" }),
  "server-error": () => ({ outcome: "unavailable", reason: "server-error" }),
  timeout: () => ({ outcome: "unavailable", reason: "timeout" }),
  "slow-drip": () => ({ outcome: "unavailable", reason: "timeout" }),
  "html-page": () => ({ outcome: "unavailable", reason: "not-json" }),
  "truncated-json": () => ({ outcome: "unavailable", reason: "not-json" }),
  "error-in-200": (resource) => ({ outcome: "unexpected-answer", resource, field: "Status" }),
  "page-2-fails": () => ({ outcome: "unavailable", reason: "server-error" }),
} as const satisfies Record<string, (resource: ImpactResource) => ReadFailure>;
type Fault = keyof typeof NAMES;

/** Each category fails in its own way, so that one reading shows four faults. Every fault is in one of the rounds. */
const ROUNDS: Record<Category, Fault>[] = [
  {
    CompanyInformation: "unauthorized",
    Contracts: "forbidden",
    Invoices: "rate-limit-brand",
    Catalogs: "server-error",
  },
  { CompanyInformation: "html-page", Contracts: "error-in-200", Invoices: "timeout", Catalogs: "forbidden" },
  {
    CompanyInformation: "truncated-json",
    Contracts: "slow-drip",
    Invoices: "rate-limit-partner",
    Catalogs: "error-in-200",
  },
  {
    CompanyInformation: "forbidden",
    Contracts: "page-2-fails",
    Invoices: "unauthorized",
    Catalogs: "html-page",
  },
];

describe("what goes wrong at impact.com, on the pages", () => {
  let app: TestApp;
  let sandbox: Running;
  const shops = new Map<Key, string>();

  beforeAll(async () => {
    app = await startApp();
    sandbox = await startSandbox({ faultTimes: { dripMs: 100, holdMs: 10_000 } });
    const clock = { now: () => sandbox.clock.now() };
    const impact = createImpactApi({
      baseUrl: sandbox.apiUrl,
      clock,
      log: { debug: () => undefined, warn: () => undefined },
      timeouts: { callMs: CALL_MS },
      oddities: app.db.oddities,
      wait: async () => undefined,
    });
    Object.assign(app.container.deps, { clock, impact });
    for (const [key, accountSid] of Object.entries(ACCOUNTS) as [Key, string][]) {
      const { shop } = await installedShop(app, { timeZone: TIME_ZONE });
      shops.set(key, shop);
      const credentials = { accountSid, authToken: `demo-token-${key}` };
      const connected = await connectAccount({ shop, actor: "staff", credentials }, app.container.deps);
      expect(connected.outcome).toBe("connected");
    }
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.stop();
  });
  beforeEach(async () => {
    for (const account of shops.keys()) await setFault({ account, clear: true });
  });

  const setFault = (body: object) =>
    sandbox.fetch("/impact/faults", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  /** The text of an embedded page, as Shopify's admin opens it. */
  const page = async (key: Key, path: string, locale: string): Promise<string> => {
    const shop = shops.get(key) ?? "";
    const keys = { apiKey: "web-test-key", apiSecret: SECRET };
    const query = new URLSearchParams({
      shop,
      locale,
      embedded: "1",
      host: Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url"),
      id_token: mintSessionToken(keys, { domain: shop, staffId: "42" }, Date.now()),
    });
    const response = await app.fetch(`${path}?${query}`);
    expect([path, response.status]).toEqual([path, 200]);
    return textOf(await response.text());
  };
  const refreshed = async (key: Key, faults: Partial<Record<string, string>>) => {
    for (const [category, kind] of Object.entries(faults)) await setFault({ account: key, kind, category });
    await refreshFacts({ shop: shops.get(key) ?? "" }, app.container.deps);
  };

  it("are all in the table", () => {
    const played = ROUNDS.flatMap((round) => Object.values(round));
    expect([...new Set<string>([...played, "unknown-enum"])].sort()).toEqual([...FAULT_KINDS].sort());
  });

  it.each(ROUNDS)(
    "has its own plain words on Home and in the task list, in both languages: %j",
    async (round) => {
      await refreshed("story", round);
      for (const locale of LOCALES)
        for (const path of ["/app", "/app/close"]) {
          const text = await page("story", path, locale);
          for (const [resource, fault] of Object.entries(round) as [Category, Fault][])
            expect(text).toContain(failureText(NAMES[fault](resource), translatorFor(locale), TIME_ZONE));
        }
    },
  );

  it("leaves a list whose second page fails unknown, never none", async () => {
    await refreshed("story", { Contracts: "page-2-fails" });
    for (const locale of LOCALES) {
      const text = await page("story", "/app/close/expire-contracts", locale);
      expect(text).toContain(translatorFor(locale).t("close.status.unknown"));
    }
  });

  it.each([
    ["partner-small", "WithdrawalSettings"],
    ["agency", "Advertisers"],
  ] as const)("is told on the Home of %s as well (%s)", async (key, resource) => {
    await refreshed(key, { [resource]: "forbidden" });
    for (const locale of LOCALES) {
      const told = failureText({ outcome: "forbidden", resource }, translatorFor(locale), TIME_ZONE);
      expect(await page(key, "/app", locale)).toContain(told);
    }
  });

  it("is no failure when a value is one nobody knows: what it is about stays open", async () => {
    await refreshed("partner-small", { Contracts: "unknown-enum", WithdrawalSettings: "unknown-enum" });
    for (const locale of LOCALES) {
      const { t } = translatorFor(locale);
      const text = await page("partner-small", "/app", locale);
      expect(text).not.toContain(t("home.problems"));
      expect(text).toContain(t("partner.payout.unknown", { method: "unknown" }));
      expect(text).toContain(t("partner.contractsOpen", { count: 4 }));
    }
  });

  it("tells the operator of each new value once, by mail, without a word about whose it was (P7)", async () => {
    await refreshed("partner-small", { Contracts: "unknown-enum", WithdrawalSettings: "unknown-enum" });
    const { deps, boss } = app.container;
    expect((await alarmRound(deps)).oddities).toBe(3);
    expect((await alarmRound(deps)).oddities).toBe(0);
    const jobs = await boss.findJobs<{ mailId: string }>("deliver-mail", { data: { shop: OPERATOR } });
    expect(jobs).toHaveLength(1);
    await deliverMail({ shop: OPERATOR, mailId: jobs[0]?.data.mailId ?? "" }, deps);
    const [mail] = app.mailbox.mailsTo("notices@settled.example");
    for (const value of ["TERMINATED", "CRYPTO", "ON_REQUEST"]) expect(mail?.text).toContain(value);
    for (const name of [...shops.values(), ...Object.values(ACCOUNTS)])
      expect(JSON.stringify(mail)).not.toContain(name);
  });
});

/** What a reader sees of a page: no scripts, no tags, no entities. */
function textOf(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
