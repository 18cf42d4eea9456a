import { expect, it } from "vitest";
import { withStored } from "#app/adapters/db/webhook-inbox.server.ts";

it("begins with the row and writes the job only when the row is new, whatever else pg-boss says with it", () => {
  const plain = withStored("INSERT INTO job SELECT * FROM json_to_recordset($1::text::json) RETURNING id");
  expect(plain).toMatch(/^WITH stored AS \(.*\) INSERT INTO job .*WHEN EXISTS \(SELECT FROM stored\)/s);
  const woken = withStored(
    "\n WITH ins AS (INSERT INTO job SELECT * FROM json_to_recordset($1::text::json)) SELECT",
  );
  expect(woken).toMatch(/^WITH stored AS \(.*\), ins AS \(INSERT INTO job/s);
});

it("refuses a statement it was not made for", () => {
  expect(() => withStored("INSERT INTO job VALUES ($1)")).toThrow("not known here");
});
