import { describe, expect, it } from "vitest";
import {
  chainedText,
  historyLineSchema,
  PACK_FILES,
  packManifestSchema,
  packRules,
  sha256Sums,
} from "#app/domain/index.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);
const manifest = {
  version: 1,
  reference: "SET-7KQ2-M9XD",
  packedAt: "2026-06-21T09:00:00Z",
  on: "2026-06-21",
  files: [{ name: "closure.json", sha256: A, bytes: 12 }],
} as const;

describe("an evidence pack", () => {
  it("has its files by the names that a stranger looks for", () => {
    expect(PACK_FILES).toEqual({
      manifest: "manifest.json",
      account: "account-file.json",
      closure: "closure.json",
      history: "history.jsonl",
      receipt: "receipt.pdf",
      rules: "rules.json",
      script: "verify.mjs",
      sums: "SHA256SUMS",
    });
  });

  it("sums up what it holds as sha256sum reads it, the manifest itself last", () => {
    const files = [...manifest.files, { name: "history.jsonl", sha256: B, bytes: 3 }];
    expect(sha256Sums({ ...manifest, files }, "c".repeat(64))).toBe(
      `${A}  closure.json\n${B}  history.jsonl\n${"c".repeat(64)}  manifest.json\n`,
    );
  });

  it.each([
    [{}, true],
    [{ version: 2 }, false],
    [{ on: "21 June" }, false],
    [{ files: [{ name: "closure.json", sha256: A.toUpperCase(), bytes: 12 }] }, false],
    [{ files: [{ name: "closure.json", sha256: `${A}a`, bytes: 12 }] }, false],
    [{ files: [{ name: "closure.json", sha256: `x${A}`, bytes: 12 }] }, false],
    [{ files: [{ name: "closure.json", sha256: A, bytes: 1.5 }] }, false],
    [{ files: [{ name: "closure.json", sha256: A }] }, false],
    [{ more: 1 }, false],
  ])("has a manifest of one form only (%j)", (change, isOne) => {
    expect(packManifestSchema.safeParse({ ...manifest, ...change }).success).toBe(isOne);
  });

  it("chains each row of its history to the hash before", () => {
    expect(chainedText(A, { trigger: "drafted", at: 1 })).toBe(`${A}\n{"trigger":"drafted","at":1}`);
    const line = { row: { trigger: "drafted" }, previous: "", hash: A };
    expect(historyLineSchema.safeParse(line).success).toBe(true);
    for (const wrong of [
      { ...line, hash: "no" },
      { ...line, more: 1 },
      { row: {}, hash: A },
    ])
      expect(historyLineSchema.safeParse(wrong).success).toBe(false);
  });
});

describe("the rules in a pack", () => {
  it("are the plan's, with the words they rest on", () => {
    const { quotes, rates, ...rules } = packRules("starter", null);
    expect(rules).toEqual({
      version: 1,
      plan: {
        edition: "starter",
        version: "1",
        checkedOn: "2026-11-20",
        fee: { kind: "greater-of", of: "revenue", ratePpm: 25_000, minimumUsd: 3_000 },
        bufferUsd: 0,
        minimumChargeUsd: 3_000,
        minimumChargeTest: "total-owed",
      },
      refundBusinessDays: 10,
      closingDays: 90,
      daysPastEarliest: 34,
      holidays: [],
    });
    expect(quotes.map(({ id }) => id)).toEqual([
      ...[
        "fee",
        "first-fee",
        "charging",
        "card",
        "minimum-charge",
        "buffer",
        "currencies",
        "deduction",
        "trial",
      ],
      ...["refund", "refund-by", "earliest-closing", "closing-costs", "starter-checklist", "brand-checklist"],
      ...["partner-checklist", "route"],
    ]);
    expect(quotes.every((each) => each.quotes.length > 0)).toBe(true);
    expect(rates.source).toContain("ecb.europa.eu");
  });

  it.each([
    // Independence Day and the day it is observed; Women's Day in South Africa, a Sunday, and the Monday after it.
    ["2026-06-24", ["2026-07-03", "2026-07-04", "2026-08-09", "2026-08-10"]],
    // The sixtieth day is the last that counts: 31 August.
    ["2026-07-01", ["2026-07-03", "2026-07-04", "2026-08-09", "2026-08-10"]],
    ["2026-07-02", ["2026-07-03", "2026-07-04", "2026-08-09", "2026-08-10", "2026-08-31"]],
    ["2026-07-03", ["2026-07-04", "2026-08-09", "2026-08-10", "2026-08-31"]],
    // Of the next year as well; Christmas itself is the day of closing.
    ["2026-12-25", ["2026-12-26", "2026-12-28", "2027-01-01", "2027-01-18", "2027-02-15"]],
    ["no day", []],
  ])("name the holidays after a closing on %s that the refund may meet", (closesOn, days) => {
    expect(packRules("starter", closesOn).holidays.map(({ date }) => date)).toEqual(days);
  });
});
