import type pg from "pg";
import { expect, it } from "vitest";
import { preparedQuery } from "#app/adapters/db/prepared-query.server.ts";

type Sent = { name?: string; text: string; values: unknown[] };

/** A pool that answers with rows, or refuses statements with a name by this code. */
function aPool(refusal?: string) {
  const sent: Sent[] = [];
  const query = async (first: string | Sent, values: unknown[] = []) => {
    const one = typeof first === "string" ? { text: first, values } : first;
    sent.push(one);
    if (refusal && one.name) throw Object.assign(new Error("refused"), { code: refusal });
    return { rows: [{ of: one.text }] };
  };
  return { sent, pool: { query } as unknown as Pick<pg.Pool, "query"> };
}

it("names a statement by its text, so that two versions of the app never meet under one name", async () => {
  const { sent, pool } = aPool();
  const query = preparedQuery(pool);
  for (const text of ["SELECT 1", "SELECT 2", "SELECT 1"]) await query(text, []);
  expect(new Set(sent.map(({ name }) => name)).size).toBe(2);
  expect(sent[0]?.name).toBe(sent[2]?.name);
});

it.each(["26000", "42P05"])("goes on without names behind a pooler that answers %s", async (code) => {
  const { sent, pool } = aPool(code);
  const query = preparedQuery(pool);
  expect(await query("SELECT 1", ["a"])).toEqual({ rows: [{ of: "SELECT 1" }] });
  await query("SELECT 1", ["b"]);
  expect(sent.map(({ name, values }) => [name !== undefined, values])).toEqual([
    [true, ["a"]],
    [false, ["a"]],
    [false, ["b"]],
  ]);
});

it("runs nothing a second time that failed for another reason", async () => {
  const { sent, pool } = aPool("53100");
  await expect(preparedQuery(pool)("INSERT", [])).rejects.toThrow("refused");
  expect(sent).toHaveLength(1);
});
