import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type ActionItem,
  ALL_PROGRAMS,
  type FetchResult,
  type PartnerApi,
  type SetAside,
} from "#app/ports/index.ts";
import { CREDENTIALS, impactGet, listBody, pagedAnswer, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const get = (path: string, answer: Parameters<typeof impactGet>[1]) =>
  server.use(impactGet(path, answer, "Mediapartners"));

const anAction = (overrides: Record<string, unknown> = {}) => ({
  Id: "1000.1.1",
  CampaignId: 1000,
  CampaignName: "Acme",
  State: "PENDING",
  Payout: "0.88",
  IntendedPayout: "0.88",
  Amount: "21.99",
  IntendedAmount: "21.99",
  Currency: "USD",
  EventDate: "2026-05-30T23:30:00-04:00",
  LockingDate: "2026-06-20T00:00:00-04:00",
  ClearedDate: "",
  ...overrides,
});
const settings = {
  PaymentMethod: "BANK_TRANSFER",
  BankAccountNumber: "DE-secret-iban",
  PaymentSchedulingType: "BALANCE_THRESHOLD",
  PaymentThreshold: "50.00",
  PaymentDay: "0",
};

const window = { from: Temporal.PlainDate.from("2026-05-01"), to: Temporal.PlainDate.from("2026-06-01") };
const slice = { list: "tracked", programId: ALL_PROGRAMS, window } as const;

async function actions(partner: PartnerApi): Promise<FetchResult<ActionItem[]>> {
  const items: ActionItem[] = [];
  const aside: SetAside[] = [];
  const fetchResult = await partner.readActionPages(CREDENTIALS, slice, async (page, pageAside = []) => {
    for (const { item } of page) items.push(item);
    aside.push(...pageAside);
  });
  if (fetchResult.outcome !== "read") return fetchResult;
  return { outcome: "read", value: items, ...(aside.length > 0 && { aside }) };
}

describe("a partner's actions", () => {
  it("are asked for in all programs at once and read to the digit, the program as the other side", async () => {
    const asked: URLSearchParams[] = [];
    get("Actions", (query) => {
      asked.push(query);
      return HttpResponse.json(listBody("Actions", [anAction()]));
    });
    expect(await actions(aClient().partner)).toEqual({
      outcome: "read",
      value: [
        {
          id: "1000.1.1",
          program: "Acme",
          partner: "Acme",
          state: "PENDING",
          amount: "21.99",
          payout: "0.88",
          trackedOn: "2026-05-30",
          locksOn: "2026-06-20",
          reversedOn: null,
          clearedOn: null,
        },
      ],
    });
    expect(asked.map((query) => query.has("CampaignId"))).toEqual([false]);
    expect(asked[0]?.get("ActionDateEnd")).toBe("2026-05-31T23:59:59Z");
  });

  it("stay open when their state is one nobody knows, and keep what new fields do not say", async () => {
    get("Actions", () => HttpResponse.json(listBody("Actions", [anAction({ State: "ON_HOLD", New: 1 })])));
    expect(await actions(aClient().partner)).toMatchObject({ value: [{ state: "PENDING" }] });
  });

  it("are not read at all when the second page fails", async () => {
    get("Actions", (query) =>
      query.get("Page") === "1"
        ? HttpResponse.json(listBody("Actions", [anAction()], { pages: 2, total: 2 }))
        : rawAnswer("", { status: 500 }),
    );
    expect(await actions(aClient().partner)).toEqual({ outcome: "unavailable", reason: "server-error" });
  });

  it("name the field that is missing", async () => {
    get("Actions", () => HttpResponse.json(listBody("Actions", [anAction({ Payout: undefined })])));
    expect(await actions(aClient().partner)).toMatchObject({
      value: [],
      aside: [{ id: "1000.1.1", field: "Payout", problem: "missing" }],
    });
  });
});

describe("a partner's contracts", () => {
  it("are read in every status, the later one winning; terminated ones have ended", async () => {
    const row = { Id: "S-1", CampaignId: "10306", StartDate: "2026-03-01T00:00:00-08:00", EndDate: "" };
    get("Contracts", (query) => {
      const status = query.get("Status");
      const rows = status === "UPCOMING" || status === "ACTIVE" ? [{ ...row, Status: status }] : [];
      if (status === "EXPIRED") rows.push({ ...row, Id: "S-2", Status: "TERMINATED" });
      return HttpResponse.json(listBody("Contracts", rows));
    });
    const contract = { programId: "10306", status: "ACTIVE", startsOn: "2026-03-01", endsOn: null };
    expect(await aClient().partner.readContracts(CREDENTIALS, [])).toEqual({
      outcome: "read",
      value: [
        { id: "S-1", ...contract },
        { id: "S-2", ...contract, status: "EXPIRED" },
      ],
    });
  });

  it("name the field that is missing", async () => {
    get("Contracts", pagedAnswer("Contracts", [[{ Id: "S-1", Status: "ACTIVE" }]]));
    expect(await aClient().partner.readContracts(CREDENTIALS, [])).toMatchObject({
      value: [],
      aside: [{ id: "S-1", field: "CampaignId", problem: "missing" }],
    });
  });

  it("of one id in two programs are two contracts", async () => {
    const row = { Id: "7", Status: "ACTIVE", StartDate: "", EndDate: "" };
    const rows = [
      { ...row, CampaignId: "1" },
      { ...row, CampaignId: "2" },
    ];
    get("Contracts", (query) =>
      HttpResponse.json(listBody("Contracts", query.get("Status") === "ACTIVE" ? rows : [])),
    );
    expect(await aClient().partner.readContracts(CREDENTIALS, [])).toMatchObject({
      value: [{ programId: "1" }, { programId: "2" }],
    });
  });
});

describe("a partner's invoices", () => {
  it("are read with amounts written as text", async () => {
    const line = { Status: "OVERDUE", DueDate: "2026-04-16T00:00:00-04:00", PaidDate: "" };
    get("Invoices", () =>
      HttpResponse.json({
        Invoices: [{ Id: "1-1", TotalAmount: "50.00", Currency: "EUR", LineItems: [line] }],
      }),
    );
    expect(await aClient().partner.readInvoices(CREDENTIALS)).toEqual({
      outcome: "read",
      value: [
        {
          id: "1-1",
          item: { id: "1-1", total: "50", dueOn: "2026-04-16", status: "OVERDUE", paidOn: null },
          currency: "EUR",
        },
      ],
    });
  });
});

describe("withdrawal settings", () => {
  it.each([
    [settings, { method: "BANK_TRANSFER", schedule: "BALANCE_THRESHOLD", threshold: "50", day: null }],
    [
      { ...settings, PaymentThreshold: "10,000.00" },
      { method: "BANK_TRANSFER", schedule: "BALANCE_THRESHOLD", threshold: "10000", day: null },
    ],
    [
      { ...settings, PaymentThreshold: "as agreed" },
      { method: "BANK_TRANSFER", schedule: "BALANCE_THRESHOLD", threshold: null, day: null },
    ],
    [
      { ...settings, PaymentMethod: "PAYPAL", PaymentSchedulingType: "FIXED_DAY", PaymentDay: "15" },
      { method: "PAYPAL", schedule: "FIXED_DAY", threshold: null, day: "15" },
    ],
    [
      { ...settings, PaymentMethod: "CRYPTO", PaymentSchedulingType: "ON_REQUEST" },
      { method: "unknown", schedule: "unknown", threshold: null, day: null },
    ],
  ])("say how and when the partner is paid, and nothing of the bank (%#)", async (answer, expected) => {
    get("WithdrawalSettings", () => HttpResponse.json(answer));
    const { partner, lines } = aClient();
    const fetchResult = await partner.readWithdrawalSettings(CREDENTIALS);
    expect(fetchResult).toEqual({ outcome: "read", value: { settings: expected } });
    expect(JSON.stringify([fetchResult, lines])).not.toContain("secret-iban");
  });

  it("are known to be none when impact.com answers 404, and unknown after any other refusal", async () => {
    get("WithdrawalSettings", () => rawAnswer("{}", { status: 404 }));
    const read = () => aClient().partner.readWithdrawalSettings(CREDENTIALS);
    expect(await read()).toEqual({ outcome: "read", value: { settings: null } });
    get("WithdrawalSettings", () => rawAnswer("{}", { status: 403 }));
    expect(await read()).toEqual({ outcome: "forbidden", resource: "WithdrawalSettings" });
  });

  it("name the field that is missing", async () => {
    get("WithdrawalSettings", () => HttpResponse.json({ ...settings, PaymentMethod: undefined }));
    expect(await aClient().partner.readWithdrawalSettings(CREDENTIALS)).toMatchObject({
      outcome: "unexpected-answer",
      field: "PaymentMethod",
    });
  });
});

describe("a partner's call that fails", () => {
  const status =
    (code: number, headers: HeadersInit = {}) =>
    () =>
      rawAnswer("{}", { status: code, headers });
  it.each<[string, () => Response | Promise<Response>, object]>([
    ["401", status(401), { outcome: "unauthorized" }],
    ["403", status(403), { outcome: "forbidden", resource: "Invoices" }],
    [
      "429 in the partner's own headers",
      status(429, { "Retry-After": "1800", "RateLimit-Reset": "1700", "X-RateLimit-Remaining-hour": "0" }),
      { outcome: "rate-limited", retryAt: "2026-06-01T12:30:00Z" },
    ],
    ["500", status(500), { outcome: "unavailable", reason: "server-error" }],
    ["an HTML page", () => rawAnswer("<html>"), { outcome: "unavailable", reason: "not-json" }],
    ["truncated JSON", () => rawAnswer('{"Inv'), { outcome: "unavailable", reason: "not-json" }],
    [
      "an error inside HTTP 200",
      () => HttpResponse.json({ Status: "ERROR" }),
      { outcome: "unexpected-answer", resource: "Invoices", field: "Status" },
    ],
  ])("has the same outcome as a brand's (%s)", async (_name, answer, expected) => {
    get("Invoices", answer);
    expect(await aClient().partner.readInvoices(CREDENTIALS)).toEqual(expected);
  });
});
