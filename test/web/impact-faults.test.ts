import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import { failureText } from "#app/messages/failure-text.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { OPERATOR } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { alarmSweep } from "#app/services/operations/alarm-sweep.server.ts";
import { readEverything } from "#app/services/sync/refresh-facts.server.ts";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { FAULT_KINDS } from "#sandbox/impact/state/faults.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";
import { installedShop, SECRET, startApp, type TestApp } from "./an-app.ts";
import { fillDisk } from "./full-disk.ts";
import {
  ACCOUNTS,
  CATEGORY_NAMES,
  type Category,
  type Fault,
  type Key,
  NAMES,
  ROUNDS,
} from "./impact-fault-rounds.ts";
import { languagesAt } from "./languages.ts";
import { saysWhy } from "./says-why.ts";
import { textOf } from "./text-of.ts";
import { UNREAD_ROWS } from "./unread-rows.ts";

/** What a call may take: far more than the sandbox needs, and little enough to wait for twice. */
const CALL_MS = 1_500;
const TIME_ZONE = "America/New_York";

describe("what goes wrong at impact.com, on the pages", () => {
  let app: TestApp;
  let sandbox: Running;
  const shops = new Map<Key, string>();
  let syncs = 0;

  beforeAll(async () => {
    app = await startApp();
    sandbox = await startSandbox({ faultTimes: { dripMs: 100, holdMs: 10_000 } });
    // Each reading is a little later than the one before, as on any clock; minutes are what the pages show.
    const clock = { now: () => sandbox.clock.now().add({ seconds: syncs }) };
    const impact = createImpactApi({
      baseUrl: sandbox.apiUrl,
      clock,
      log: { debug: () => undefined, warn: () => undefined },
      timeouts: { callMs: CALL_MS },
      schemaDrifts: app.db.schemaDrifts,
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

  const adminOf = (key: Key) => {
    const shop = shops.get(key) ?? "";
    const keys = { apiKey: "web-test-key", apiSecret: SECRET };
    return { shop, token: mintSessionToken(keys, { domain: shop, staffId: "42" }, Date.now()) };
  };
  /** The text of an embedded page, as Shopify's admin opens it. */
  const page = async (key: Key, path: string, locale: string): Promise<string> => {
    const { shop, token } = adminOf(key);
    const query = new URLSearchParams({
      shop,
      locale,
      embedded: "1",
      host: Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url"),
      id_token: token,
    });
    const response = await app.fetch(`${path}?${query}`);
    expect([path, response.status]).toEqual([path, 200]);
    return textOf(await response.text());
  };
  const askAgain = async (key: Key): Promise<unknown> => {
    const response = await app.fetch("/app/refresh", {
      method: "POST",
      headers: { authorization: `Bearer ${adminOf(key).token}` },
      body: new URLSearchParams({}),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const refreshed = async (key: Key, faults: Partial<Record<string, string>>) => {
    for (const [resource, kind] of Object.entries(faults))
      await setFault({ account: key, kind, category: CATEGORY_NAMES[resource] ?? resource });
    syncs += 1;
    // To the end, however long it takes: nobody reads on in the background here.
    const read = { kind: "update", signal: new AbortController().signal, inBackground: false } as const;
    await readEverything({ shop: shops.get(key) ?? "", ...read }, app.container.deps);
  };

  it("are all in the table", () => {
    const played = ROUNDS.flatMap((round) => Object.values(round));
    const readable = ["unknown-enum", "unreadable-row", "odd-amounts", "odd-text", "odd-list"];
    expect([...new Set<string>([...played, ...readable])].sort()).toEqual([...FAULT_KINDS].sort());
  });

  it.each(ROUNDS)(
    "has its own plain words on Home and in the task list, in every language: %j",
    async (round) => {
      await refreshed("story", round);
      for (const locale of languagesAt(15))
        for (const path of ["/app", "/app/close"]) {
          const text = await page("story", path, locale);
          for (const [resource, fault] of Object.entries(round) as [Category, Fault][])
            expect(saysWhy(text, NAMES[fault](resource), locale, TIME_ZONE)).toBe(true);
        }
    },
  );

  it("leaves a list whose second page fails unknown, never none", async () => {
    await refreshed("story", { Contracts: "page-2-fails" });
    for (const locale of languagesAt(16)) {
      const text = await page("story", "/app/close/expire-contracts", locale);
      expect(text).toContain(translatorFor(locale).t("close.status.unknown"));
    }
  });

  it.each([
    ["partner-small", "WithdrawalSettings"],
    ["agency", "Advertisers"],
  ] as const)("is told on the Home of %s as well (%s)", async (key, resource) => {
    await refreshed(key, { [resource]: "forbidden" });
    for (const locale of languagesAt(17)) {
      const shown = failureText({ outcome: "forbidden", resource }, translatorFor(locale), TIME_ZONE);
      expect(await page(key, "/app", locale)).toContain(shown);
    }
  });

  it("is no failure when a value is one nobody knows: what it is about stays open", async () => {
    await refreshed("partner-small", { Contracts: "unknown-enum", WithdrawalSettings: "unknown-enum" });
    for (const locale of languagesAt(18)) {
      const { t } = translatorFor(locale);
      const text = await page("partner-small", "/app", locale);
      expect(text).not.toContain(t("home.problems"));
      expect(text).toContain(t("partner.payout.unknown", { method: "unknown" }));
      expect(text).toContain(t("partner.contractsOpen", { count: 4 }));
    }
  });

  it("takes nothing from the pages while the disk is full, and says that the check failed (C7)", async () => {
    await refreshed("story", {});
    const before = await app.db.snapshots.all(shops.get("story") ?? "");
    const makeRoom = [await fillDisk(app, '"Snapshot"'), await fillDisk(app, '"Shop"')];
    const asked = await askAgain("story");
    const text = await page("story", "/app", "en");
    const after = await app.db.snapshots.all(shops.get("story") ?? "");
    for (const make of makeRoom) await make();
    expect(asked).toEqual({ outcome: "not-kept" });
    expect(text).toContain("Checked with impact.com");
    expect(after).toEqual(before);
    expect(await askAgain("story")).toEqual({ outcome: "refreshed" });
  });

  it("tells the operator of each new value once, by mail, without a word about whose it was (P7)", async () => {
    await refreshed("partner-small", { Contracts: "unknown-enum", WithdrawalSettings: "unknown-enum" });
    const { deps, boss } = app.container;
    expect((await alarmSweep(deps)).schemaDrifts).toBe(3);
    expect((await alarmSweep(deps)).schemaDrifts).toBe(0);
    const jobs = await boss.findJobs<{ mailId: string }>("deliver-mail", { data: { shop: OPERATOR } });
    expect(jobs).toHaveLength(1);
    await deliverMail({ shop: OPERATOR, mailId: jobs[0]?.data.mailId ?? "" }, deps);
    const [mail] = app.mailbox.mailsTo("notices@settled.example");
    for (const value of ["SUSPENDED", "CRYPTO", "ON_REQUEST"]) expect(mail?.text).toContain(value);
    for (const name of [...shops.values(), ...Object.values(ACCOUNTS)])
      expect(JSON.stringify(mail)).not.toContain(name);
  });

  it("is no failure of a brand's either when a contract's status is one nobody knows: it stays open", async () => {
    const shop = shops.get("story") ?? "";
    const facts = { signedUpOn: "2026-05-12", fundingBalance: { amount: "0.00", asOf: "2026-05-12" } };
    await saveFacts({ shop, actor: "staff", facts }, app.container.deps);
    await refreshed("story", { Contracts: "unknown-enum" });
    const snapshots = await app.db.snapshots.all(shop);
    const contracts = snapshots.find(({ resource }) => resource === "Contracts")?.body as unknown[];
    expect(contracts.length).toBeGreaterThan(0);
    for (const locale of languagesAt(19)) {
      const { t } = translatorFor(locale);
      expect(await page("story", "/app", locale)).not.toContain(t("home.problems"));
      const tasks = await page("story", "/app/close", locale);
      expect(tasks).not.toContain(t("home.problems"));
      expect(tasks).toContain(t("close.status.open", { count: contracts.length }));
    }
  });

  it("says how many rows could not be read, counts all others, and calls nothing of theirs done", async () => {
    const shop = shops.get("story") ?? "";
    const facts = { signedUpOn: "2026-05-12", fundingBalance: { amount: "0.00", asOf: "2026-05-12" } };
    await saveFacts({ shop, actor: "staff", facts }, app.container.deps);
    sandbox.moveTo("2026-06-10");
    await refreshed("story", { Contracts: "unreadable-row", Actions: "unreadable-row" });
    for (const locale of languagesAt(20)) {
      const home = await page("story", "/app", locale);
      for (const sentence of UNREAD_ROWS[locale]) expect(home).toMatch(sentence);
      const { t } = translatorFor(locale);
      expect(home).not.toContain(t("home.problems"));
      const task = await page("story", "/app/close/expire-contracts", locale);
      for (const sentence of UNREAD_ROWS[locale]) expect(task).toMatch(sentence);
      expect(task).not.toContain(t("task.allDone"));
    }
    const english = await page("story", "/app", "en");
    expect(english).toMatch(/Actions: \d of \d rows? could not be read/);
    expect(english).toContain("at least $");
    const { deps } = app.container;
    // A day later than the mail before: the operator learns of both fields, and of no value.
    expect((await alarmSweep(deps)).schemaDrifts).toBe(2);
  });

  it("reads odd amounts, names and lists like any others", async () => {
    const shop = shops.get("story") ?? "";
    for (const kind of ["odd-amounts", "odd-text", "odd-list"]) {
      await refreshed("story", { Actions: kind, Invoices: kind, Contracts: kind, Catalogs: kind });
      const failed = (await app.db.snapshots.all(shop)).filter(({ failure }) => failure !== null);
      expect(failed).toEqual([]);
      expect(await page("story", "/app", "en")).not.toContain("could not be read");
      await setFault({ account: "story", clear: true });
    }
  });
});
