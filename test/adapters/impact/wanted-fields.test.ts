import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandActionRow } from "#app/adapters/impact/action-row.server.ts";
import { parseForeignJson } from "#app/adapters/impact/foreign-json.server.ts";
import { reversalRow } from "#app/adapters/impact/reversal-row.server.ts";
import { readRows } from "#app/adapters/impact/rows.server.ts";
import { readWantedFields } from "#app/adapters/impact/wanted-fields.server.ts";

const read = (text: string | Buffer) =>
  readWantedFields(Buffer.from(text), { list: "Actions", fields: ["Id", "Payout", "Name"] });

describe("the wanted fields of a long list", () => {
  it("are read to the digit, and the others not at all", () => {
    expect(
      read(`{"@page":"1","Actions":[
        {"Id":"1.2.3","Note":"x","Payout":0.10,"Name":"Großhaus","Items":[{"Id":7,"a":[1,-2.5,"]"]}]},
        {"Id":9007199254740993,"Payout":-12.50,"Name":null,"Payout":75.00,"Ok":true}]}`),
    ).toEqual({
      "@page": "1",
      Actions: [
        { Id: "1.2.3", Payout: "0.10", Name: "Großhaus" },
        { Id: "9007199254740993", Payout: "75.00", Name: null },
      ],
    });
  });

  it("keep what is escaped, without what no database holds", () => {
    expect(read(String.raw`{"Actions":[{"Name":"\"A\\B\" \u00e9 \ud83d\ude00 \u0000\ud83d"}]}`)).toEqual({
      Actions: [{ Name: '"A\\B" é 😀 ' }],
    });
  });

  it.each([
    ["a row that is none", '{"Actions":[{"Id":1},"Id"]}'],
    ["a list that is none", '{"Actions":{"Id":1}}'],
    ["something nested in a field", '{"Actions":[{"Id":{"a":1}}]}'],
    ["an exponent", '{"Actions":[{"Payout":1e2}]}'],
    ["a number that is none", '{"Actions":[{"Note":01}]}'],
    ["an escape that is none", String.raw`{"Actions":[{"Note":"\u12g4"}]}`],
    ["a line in a text", '{"Actions":[{"Note":"a\nb"}]}'],
    ["a text without end", '{"Actions":[{"Id":1,"Note":"'],
    ["something behind the end", '{"Actions":[]}}'],
    ["a byte order mark", '\u{feff}{"Actions":[]}'],
    ["a page of something else", "<html>"],
    ["nothing", ""],
  ])("are left to the whole parser with %s", (_what, text) => {
    expect(read(text)).toBeNull();
  });

  it("are those the whole parser reads, in any text", () => {
    const odd = fc.constantFrom('"', "\\", "é", "\ud83d\ude00", "\u0000", "[", ",", ":5", "", "0.10");
    const scalar = fc.oneof(
      odd,
      fc.string(),
      fc.double({ noNaN: true }),
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
    );
    const value = fc.oneof(
      { weight: 6, arbitrary: scalar },
      fc.array(scalar, { maxLength: 3 }),
      fc.object({ maxDepth: 2 }),
    );
    const key = fc.constantFrom("Id", "Payout", "Name", "Note", "I\u0064", "Actions", "@page", "__proto__");
    const row = fc.oneof(
      { weight: 8, arbitrary: fc.array(fc.tuple(key, value), { maxLength: 6 }).map(asMap) },
      value.map(asText),
    );
    const document = fc
      .tuple(fc.array(row, { maxLength: 5 }), key, scalar)
      .map(([rows, other, about]) => `{"Actions": [${rows.join(" ,\n")}],${asText(other)}:${asText(about)}}`);
    fc.assert(
      fc.property(
        document,
        fc.nat({ max: 200 }),
        fc.nat({ max: 255 }),
        fc.boolean(),
        (text, at, byte, damaged) => {
          const bytes = Buffer.from(text);
          if (damaged && at < bytes.length) bytes[at] = byte;
          const found = read(bytes);
          if (found === null) return;
          expect(found).toEqual(cut(parseForeignJson(new TextDecoder().decode(bytes))));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("a row as nearly all are", () => {
  const readers = { action: brandActionRow("Europe/Berlin"), reversal: reversalRow("America/New_York") };
  const usual = {
    ...{ Id: "1.2.3", CampaignId: "7", CampaignName: "Acme", MediaPartnerId: "8", MediaPartnerName: "Ann" },
    ...{ State: "APPROVED", Amount: "10.50", Payout: "1", IntendedAmount: "10.5", IntendedPayout: "1" },
    ...{ Currency: "EUR", EventDate: "2026-01-31T23:30:00Z", LockingDate: "2026-03-01", ClearedDate: "" },
    ...{ ActionId: "1.2.3", UpdateDate: "2026-01-31T23:30:00-05:00" },
  };
  const odd = fc.constantFrom<unknown[]>(
    ...[
      undefined,
      null,
      "",
      "0",
      "-0",
      "-1.5",
      "1.50",
      "1E+2",
      "00.10",
      "1.",
      "12345678901234",
      "0.100000000000000005",
    ],
    ...[
      "PENDING",
      "REVERSED",
      "SOLD",
      "2026-02-30",
      "2026-02-28T10:00:00+00:00",
      "1999-12-31",
      "2026-01-01T24",
      5,
      true,
    ],
    ...[[], {}, "x".repeat(201), `${"x".repeat(499)}\u{1f600}`],
  );

  it.each(["action", "reversal"] as const)("is read as the %s's schema reads it", (kind) => {
    const { plain, ...whole } = readers[kind];
    const fields = fc.constantFrom(...whole.fields);
    fc.assert(
      fc.property(fc.array(fc.tuple(fields, odd), { maxLength: 2 }), (changes) => {
        const row = { ...usual, ...Object.fromEntries(changes) };
        const keyOf = ({ id }: { id: string }) => id;
        expect(readRows<{ id: string }>([row], { ...whole, plain }, keyOf)).toEqual(
          readRows<{ id: string }>([row], whole, keyOf),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("needs no schema", () => {
    expect(readers.action.plain?.(usual)?.item.trackedOn).toBe("2026-02-01");
    expect(readers.reversal.plain?.(usual)?.reversedOn).toBe("2026-01-31");
  });
});

const asText = (value: unknown): string => JSON.stringify(value);
const asMap = (entries: [string, unknown][]): string =>
  `{${entries.map(([key, value]) => `${asText(key)}: ${asText(value)}`).join(",")}}`;

/** What the whole parser read, with no more of each row than is wanted. */
function cut(answer: unknown): unknown {
  const { Actions, ...rest } = answer as { Actions: Record<string, unknown>[] };
  const wanted = (row: Record<string, unknown>) =>
    Object.fromEntries(
      ["Id", "Payout", "Name"].flatMap((key) => (Object.hasOwn(row, key) ? [[key, row[key]]] : [])),
    );
  return { ...rest, Actions: Array.isArray(Actions) ? Actions.map(wanted) : Actions };
}
