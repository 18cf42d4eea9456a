import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accountFileJsonSchema, parseAccountFile, writeAccountFile } from "#app/domain/index.ts";
import { anAccount, anAccountFile, anAction } from "#test/factories/account.ts";

const full = anAccountFile({
  minimumFee: "31.50",
  trialEndsOn: "2026-06-11",
  actions: [
    anAction(),
    anAction({ id: "2", state: "REVERSED", reversedOn: "2026-06-02" }),
    anAction({ id: "3", state: "APPROVED", clearedOn: "2026-07-01" }),
  ],
  contracts: [{ id: "S-1", partner: "Blog", status: "ACTIVE", endsOn: "2026-07-01" }],
  invoices: [{ id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PAID", paidOn: "2026-07-10" }],
  catalogs: [{ id: "C-1", name: "Main", status: "ACTIVE" }],
});

describe("the account file", () => {
  it.each([
    ["full", full],
    [
      "unknown",
      anAccountFile({ fundingBalance: null, actions: null, contracts: null, invoices: null, catalogs: null }),
    ],
  ])("is the same after reading and writing (%s)", (_, file) => {
    expect(writeAccountFile(anAccount(file))).toEqual(file);
  });

  it("writes JPY without decimals", () => {
    const account = anAccount({
      currency: "JPY",
      fundingBalance: null,
      actions: [anAction({ amount: "5", payout: "1" })],
    });
    expect(writeAccountFile(account).actions?.[0]).toMatchObject({ amount: "5", payout: "1" });
  });

  it("has the JSON Schema that lies in schemas/ (npm run -s settled -- schema)", () => {
    const kept = JSON.parse(
      readFileSync(new URL("../../../schemas/account-file.v1.schema.json", import.meta.url), "utf8"),
    );
    expect(kept).toEqual(JSON.parse(JSON.stringify(accountFileJsonSchema())));
  });

  it("is described by a schema that requires and allows exactly the keys the reader does", () => {
    const schema = JSON.parse(JSON.stringify(accountFileJsonSchema()));
    expect(schema.additionalProperties).toBe(false);
    expect([...schema.required].sort()).toEqual(Object.keys(full).sort());
    for (const key of schema.required) {
      const { [key]: _, ...rest } = full as Record<string, unknown>;
      expect(parseAccountFile(rest)).toMatchObject({ outcome: "rejected", problems: [{ path: key }] });
    }
  });
});
