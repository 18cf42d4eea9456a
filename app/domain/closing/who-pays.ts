import type { Assumption } from "../assumptions.ts";
import type { Note } from "../text.ts";

/** Who bears what until the account is closed (S0, S1, H12). */
export type Payer = {
  item: string;
  payer: "merchant" | "nobody" | "impact.com";
  text: Note;
  assumption?: Assumption;
};

const ROWS: readonly Omit<Payer, "text">[] = [
  { item: "partner-costs", payer: "merchant" },
  { item: "fees", payer: "merchant" },
  { item: "closing-month-fee", payer: "merchant", assumption: "G27" },
  { item: "actions-after-closing", payer: "nobody" },
  { item: "locked-after-expiry", payer: "merchant" },
  { item: "remaining-balance", payer: "impact.com" },
];

export function whoPays(): Payer[] {
  return ROWS.map((row) => ({ ...row, text: { id: `core.pays.${row.item}` } }));
}
