import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, it } from "vitest";

const COLUMNS = `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
  WHERE table_schema = 'public' ORDER BY 1, 2`;
const INDEXES = `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`;

/** What a database looks like after these statements: its columns and its indexes. */
async function shapeAfter(pglite: PGlite, scripts: string[]) {
  await pglite.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
  for (const script of scripts) await pglite.exec(script);
  const columns = (await pglite.query(COLUMNS)).rows;
  const indexes = (await pglite.query(INDEXES)).rows;
  return { columns, indexes };
}

it("reaches by its migrations exactly what schema.prisma describes", async () => {
  const folder = "prisma/migrations";
  const migrations = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(path.join(folder, name, "migration.sql"), "utf8"));
  const described = execFileSync(
    "node_modules/.bin/prisma",
    ["migrate", "diff", "--from-empty", "--to-schema-datamodel", "prisma/schema.prisma", "--script"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  const pglite = await PGlite.create();
  expect(await shapeAfter(pglite, migrations)).toEqual(await shapeAfter(pglite, [described]));
  await pglite.close();
});
