import Table from "cli-table3";

const TEXT_WIDTH = 100;
const PLAIN = { head: [], border: [] };

/** Rows of texts under a head; null shows as "unknown". */
export function tableOf(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const table = new Table({ head: [...head], style: PLAIN });
  for (const row of rows) table.push(row.map(cell));
  return table.toString();
}

/** Two columns, a name and what it holds; fields of fields are named like thisMonth.fee.low. */
export function factsTable(facts: Readonly<Record<string, unknown>>): string {
  const table = new Table({ colWidths: [null, TEXT_WIDTH], wordWrap: true, style: PLAIN });
  for (const [name, value] of Object.entries(facts).flatMap(flat)) table.push([name, cell(value)]);
  return table.toString();
}

function flat([name, value]: [string, unknown]): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat([`${name}.${key}`, inner]));
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "unknown";
  if (Array.isArray(value)) return value.map(cell).join("\n");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
