import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox({ faultTimes: { dripMs: 5, holdMs: 40 } });
});
afterEach(() => sandbox.stop());

const ACCOUNTS = {
  "partner-small": ["Mediapartners", "IRpartnerTrail0009"],
  "partner-zero": ["Mediapartners", "IRpartnerQuiet0010"],
  agency: ["Agencies", "IRagencyNorthwind0011"],
  story: ["Advertisers", "IRs3StoryAcme0001"],
  new: ["Advertisers", "IRnewSprout0004"],
  trial: ["Advertisers", "IRtrialLantern0005"],
  delinquent: ["Advertisers", "IRdelinquentHarbor0006"],
  jpy: ["Advertisers", "IRjpySakura0007"],
  multi: ["Advertisers", "IRmultiAlbion0008"],
} as const;
type Key = keyof typeof ACCOUNTS;

async function raw(key: Key, path: string, root: string = ACCOUNTS[key][0]): Promise<Response> {
  const [, sid] = ACCOUNTS[key];
  const authorization = `Basic ${Buffer.from(`${sid}:demo-token-${key}`).toString("base64")}`;
  const headers = { accept: "application/json", authorization };
  return sandbox.fetch(`/impact-api/${root}/${sid}${path}`, { headers });
}
async function get(key: Key, path: string, root?: string) {
  const answer = await raw(key, path, root);
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
const fault = (account: Key, kind: string, category = "all") =>
  sandbox.fetch("/impact/faults", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account, kind, category }),
  });

describe("the three kinds of account", () => {
  it("each answer below their own address only", async () => {
    for (const key of ["story", "partner-small", "agency"] as const)
      for (const root of ["Advertisers", "Mediapartners", "Agencies"]) {
        const { status } = await get(key, "/CompanyInformation", root);
        expect([key, root, status]).toEqual([key, root, root === ACCOUNTS[key][0] ? 200 : 403]);
      }
  });

  it("are forbidden what their token does not include", async () => {
    await sandbox.post("/impact/accounts/partner-small/api", { scope: ["CompanyInformation"] });
    expect((await get("partner-small", "/CompanyInformation")).status).toBe(200);
    expect((await get("partner-small", "/WithdrawalSettings")).status).toBe(403);
  });

  it("have their own headers of rate limits", async () => {
    const { headers } = await get("partner-small", "/Actions");
    expect(headers.get("x-ratelimit-limit-hour")).toBe("500");
    expect((await get("partner-small", "/Contracts")).headers.get("x-ratelimit-limit-hour")).toBe("1000");
    expect((await get("agency", "/Advertisers")).headers.get("x-ratelimit-limit")).toBe("1000");
  });
});

describe("every fault", () => {
  const PATHS = [
    ["partner-small", "/Contracts", "Contracts"],
    ["partner-small", "/Actions", "Actions"],
    ["partner-small", "/ActionUpdates", "ActionUpdates"],
    ["partner-small", "/Invoices", "Invoices"],
    ["partner-small", "/WithdrawalSettings", "WithdrawalSettings"],
    ["partner-small", "/CompanyInformation", "CompanyInformation"],
    ["agency", "/Advertisers", "Advertisers"],
    ["agency", "/CompanyInformation", "CompanyInformation"],
  ] as const;

  it.each(PATHS)("can be switched on for %s %s alone", async (key, path, category) => {
    for (const [kind, status] of [
      ["unauthorized", 401],
      ["forbidden", 403],
      ["rate-limit-brand", 429],
      ["rate-limit-partner", 429],
      ["server-error", 500],
    ] as const) {
      await fault(key, kind, category);
      expect([kind, (await get(key, path)).status]).toEqual([kind, status]);
    }
    await fault(key, "error-in-200", category);
    expect((await get(key, path)).body).toMatchObject({ Status: "ERROR" });
    await fault(key, "html-page", category);
    expect((await raw(key, path)).headers.get("content-type")).toContain("text/html");
    await fault(key, "truncated-json", category);
    const text = await (await raw(key, path)).text();
    expect(() => JSON.parse(text)).toThrow();
    await fault(key, "slow-drip", category);
    const reader = (await raw(key, path)).body?.getReader();
    expect((await reader?.read())?.value?.length).toBeLessThan(40);
    await reader?.cancel();
    await fault(key, "timeout", category);
    await expect(raw(key, path)).rejects.toThrow();
  });

  it.each([
    ["partner-small", "/Contracts", "Contracts", "SUSPENDED"],
    [
      "partner-small",
      "/Actions?ActionDateStart=2026-04-01T00:00:00Z&ActionDateEnd=2026-05-10T00:00:00Z",
      "Actions",
      "ON_HOLD",
    ],
    ["partner-small", "/Invoices", "Invoices", "DISPUTED"],
    ["partner-small", "/WithdrawalSettings", "WithdrawalSettings", "CRYPTO"],
    ["partner-small", "/CompanyInformation", "CompanyInformation", "(GMT +00:00) Atlantis"],
    ["agency", "/Advertisers", "Advertisers", "ON_NOTICE"],
  ] as const)("gives %s %s a value no document knows", async (key, path, category, value) => {
    await fault(key, "unknown-enum", category);
    expect(JSON.stringify((await get(key, path)).body)).toContain(`"${value}"`);
  });

  it.each(["/Contracts", "/Invoices"])("fails a partner's %s on their second page", async (path) => {
    await fault("partner-small", "page-2-fails");
    expect((await get("partner-small", path)).body).toMatchObject({ "@numpages": "2" });
    expect((await get("partner-small", `${path}?Page=2`)).status).toBe(500);
  });
});

describe("the accounts", () => {
  it("new: is being set up and holds nothing", async () => {
    expect((await get("new", "/Campaigns")).body.Campaigns).toMatchObject([{ State: "SETUP" }]);
    for (const list of ["Invoices", "Catalogs"])
      expect((await get("new", `/${list}`)).body[list]).toEqual([]);
  });

  it("trial: may be cancelled by a button, with contracts but no action", async () => {
    const page = await (await sandbox.fetch("/impact/accounts/trial/balance")).text();
    expect(page).toContain("/impact/accounts/trial/subscription/cancel");
    expect((await get("trial", "/Campaigns/25001/Contracts")).body.Contracts).toHaveLength(1);
  });

  it("delinquent: is marked so until its overdue invoices are paid", async () => {
    const state = async () => (await get("delinquent", "/Campaigns")).body.Campaigns[0].State;
    const { Invoices } = (await get("delinquent", "/Invoices")).body;
    const overdue = Invoices.filter(
      (one: { LineItems: [{ Status: string }] }) => one.LineItems[0].Status === "OVERDUE",
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect(await state()).toBe("DELINQUENT");
    await sandbox.post("/impact/accounts/delinquent/invoices/pay", {
      id: overdue.map(({ Id }: { Id: string }) => Id),
    });
    expect(await state()).toBe("ACTIVE");
  });

  it("jpy: has whole yen everywhere, also in its balance", async () => {
    const window = "ActionDateStart=2026-04-01T00:00:00Z&ActionDateEnd=2026-05-10T00:00:00Z";
    const { Actions } = (await get("jpy", `/Actions?CampaignId=27001&${window}`)).body;
    expect(Actions.length).toBeGreaterThan(5);
    for (const { Payout, Amount } of Actions)
      expect([Number.isInteger(Payout), Number.isInteger(Amount)]).toEqual([true, true]);
    expect(await (await sandbox.fetch("/impact/accounts/jpy/balance?lang=en")).text()).toMatch(/¥[\d,]+</);
  });

  it("multi: has four programs with contracts of their own", async () => {
    const { Campaigns } = (await get("multi", "/Campaigns")).body;
    expect(Campaigns).toHaveLength(4);
    for (const { Id } of Campaigns)
      expect((await get("multi", `/Campaigns/${Id}/Contracts`)).body.Contracts).toHaveLength(3);
  });

  it("partner-small: is owed money by brands, and its balance is on the web page only", async () => {
    const { PaymentThreshold } = (await get("partner-small", "/WithdrawalSettings")).body;
    expect(PaymentThreshold).toBe("50.00");
    const { Invoices } = (await get("partner-small", "/Invoices")).body;
    expect(JSON.stringify(Invoices)).toContain('"OVERDUE"');
    const page = await (await sandbox.fetch("/impact/accounts/partner-small/payout?lang=en")).text();
    expect(page).toContain("$12.40");
  });

  it("partner-zero: has no withdrawal settings, which is a 404 and no failure", async () => {
    expect((await get("partner-zero", "/WithdrawalSettings")).status).toBe(404);
    expect((await get("partner-zero", "/Contracts")).body.Contracts).toHaveLength(1);
  });

  it("agency: lists five brands without paging fields, one of them delinquent, each with its live token", async () => {
    const { body } = await get("agency", "/Advertisers");
    expect(body).toHaveLength(5);
    expect(
      body
        .map(({ State }: { State: string }) => State)
        .sort()
        .slice(-1),
    ).toEqual(["DELINQUENT"]);
    expect(body[0].RestAccountURL).toContain("IRnewSprout0004:demo-token-new@");
  });

  it.each(["partner-small", "partner-zero", "agency"] as const)(
    "%s: shows its own pages only",
    async (key) => {
      const pages =
        key === "agency"
          ? ["advertisers", "api", "faults", "close"]
          : ["contracts", "actions", "invoices", "payout", "api", "faults", "close"];
      for (const page of pages)
        for (const lang of ["en", "zh-CN"])
          expect((await sandbox.fetch(`/impact/accounts/${key}/${page}?lang=${lang}`)).status).toBe(200);
      const first = await sandbox.fetch(`/impact/accounts/${key}`);
      expect(first.headers.get("location")).toBe(`/impact/accounts/${key}/${pages[0]}`);
      expect(await (await sandbox.fetch(`/impact/accounts/${key}/api`)).text()).not.toContain("/catalogs");
    },
  );
});
