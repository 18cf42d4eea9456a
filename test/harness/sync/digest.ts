import { createHash } from "node:crypto";
import { summariseActions } from "#app/domain/index.ts";
import type { AccountKey, Database } from "#app/ports/index.ts";
import { KEY } from "./account.ts";

export type Digest = { actions: number; rows: string; totals: string; sumsAgree: boolean };

/** What is stored, short enough to compare: two readings that ended the same have the same digest. */
export async function digestOf(db: Database, key: AccountKey = KEY): Promise<Digest> {
  const actions = await db.actions.all(key);
  const totals = await db.actions.totals(key);
  const expected = summariseActions(actions);
  const { all } = await db.actions.counts(key);
  return {
    actions: actions.length,
    rows: hash(actions),
    totals: hash(sorted(totals)),
    sumsAgree: all === actions.length && hash(sorted(totals)) === hash(sorted(expected)),
  };
}

const sorted = (rows: readonly object[]) => rows.map((row) => Object.entries(row).sort());
const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
