import { readdirSync, readFileSync } from "node:fs";
import { createIntl } from "@formatjs/intl";
import { describe, expect, it } from "vitest";
import { ASSUMPTIONS, assumptionText, type NoteWriter, renderNote } from "#app/domain/index.ts";
import en from "../../app/messages/en/core.json" with { type: "json" };
import zh from "../../app/messages/zh-CN/core.json" with { type: "json" };

const ROOT = new URL("../../app/domain/", import.meta.url);
const sources = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(new URL(name, ROOT), "utf8"))
  .join("\n");

const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();

describe("the core's catalogues", () => {
  it("have the same messages in both languages, none empty", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const text of [...Object.values(en), ...Object.values(zh)]) expect(text.trim()).not.toBe("");
  });

  it("use the same values in both languages", () => {
    const chinese = zh as Record<string, string>;
    for (const [id, text] of Object.entries(en))
      expect([id, placeholders(chinese[id] ?? "")]).toEqual([id, placeholders(text)]);
  });

  it("are valid messages in both languages", () => {
    const values = new Proxy({}, { get: () => 2, has: () => true });
    for (const [locale, messages] of [
      ["en", en],
      ["zh-CN", zh],
    ] as const) {
      const intl = createIntl({
        locale,
        messages,
        onError: (error) => {
          throw error;
        },
      });
      for (const id of Object.keys(messages))
        expect(intl.formatMessage({ id }, { ...named(messages, id, values) })).not.toBe("");
    }
  });

  it("hold every id the core writes down", () => {
    const ids = [...sources.matchAll(/"(core\.[\w.-]+)"/g)].map(([, id]) => id ?? "");
    expect(ids.length).toBeGreaterThan(60);
    expect(ids.filter((id) => !Object.hasOwn(en, id))).toEqual([]);
  });

  it("have a text for each of the 33 assumptions", () => {
    expect(ASSUMPTIONS).toHaveLength(33);
    for (const gap of ASSUMPTIONS) expect(Object.hasOwn(en, assumptionText[gap] ?? "")).toBe(true);
  });
});

describe("renderNote", () => {
  const writer: NoteWriter = {
    message: (id, values) => `${id} ${JSON.stringify(values)}`,
    money: (decimal, currency) => `<${decimal} ${currency}>`,
    date: (isoDate) => `(${isoDate})`,
    month: (isoMonth) => `[${isoMonth}]`,
    percent: (value) => `%${value}`,
  };

  it("writes amounts, days and months by their names and passes everything else on", () => {
    const values = {
      feeAmount: "30.00",
      currency: "USD",
      dueOn: "2026-07-01",
      coveredMonth: "2026-06",
      count: 3,
    };
    expect(renderNote({ id: "x", values }, writer)).toBe(
      'x {"feeAmount":"<30.00 USD>","currency":"USD","dueOn":"(2026-07-01)","coveredMonth":"[2026-06]","count":3}',
    );
  });

  it("needs no values", () => {
    expect(renderNote({ id: "x" }, writer)).toBe("x {}");
  });
});

function named(messages: Record<string, string>, id: string, values: object): Record<string, number> {
  return Object.fromEntries(
    placeholders(messages[id] ?? "").map((name) => [String(name), Reflect.get(values, name ?? "")]),
  );
}
