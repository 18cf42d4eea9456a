import type { Json, JsonObject } from "#sandbox/impact/api/resource.ts";
import type { FaultKind } from "#sandbox/impact/state/faults.ts";

/** A field of each list without which a row says too little. */
const NEEDED: Readonly<Record<string, string>> = {
  Campaigns: "Id",
  Contracts: "Status",
  Actions: "Payout",
  ActionUpdates: "UpdateDate",
  Invoices: "LineItems",
  Catalogs: "Status",
  Advertisers: "Id",
};
const NAMES = ["CampaignName", "MediaPartnerName", "Name"];
const MONEY = ["Payout", "TotalAmount"];

/** A list's first page as it comes in real life now and then: every other row is as it should be. */
export function withOddRows(
  list: string,
  rows: readonly JsonObject[],
  fault: FaultKind | null,
): JsonObject[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  switch (fault) {
    case "unreadable-row":
      return [{ ...first, [NEEDED[list] ?? "Id"]: null }, ...others];
    case "odd-amounts":
      return [
        changed(first, MONEY, finer),
        ...others.map((row, at) => (at === 0 ? changed(row, MONEY, lower) : row)),
      ];
    case "odd-text":
      return [changed(first, NAMES, unstorable), ...others];
    default:
      return [...rows];
  }
}

/** A list as some answers have it: without paging fields, one row without a list, none without its name. */
export function asOddList(name: string, rows: readonly JsonObject[]): JsonObject {
  const [only, ...others] = rows;
  if (only === undefined) return { "@total": "0" };
  return { "@total": String(rows.length), [name]: others.length === 0 ? only : rows };
}

const changed = (row: JsonObject, fields: readonly string[], change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, fields.includes(name) ? change(value) : value]),
  );

/** Amounts are numbers in the Brand API and text in the Partner API; they stay what they are. */
const amount = (value: Json, change: (value: number) => number): Json =>
  typeof value === "string"
    ? String(change(Number(value)))
    : typeof value === "number"
      ? change(value)
      : value;
const finer = (value: Json): Json => amount(value, (each) => Number((each + 0.0049).toFixed(4)));
const lower = (value: Json): Json => amount(value, (each) => -each);
const unstorable = (value: Json): Json =>
  typeof value === "string" ? `${value.slice(0, 2)}\u0000${value.slice(2)}\ud800` : value;
