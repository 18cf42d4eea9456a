import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { EMPTY_PLACES, MIGRATIONS, type Place } from "./databases.ts";

type LedgerRow = {
  migration_name: string;
  checksum: string;
  finished: boolean;
  rolled_back_at: Date | null;
  logs: string | null;
  applied_steps_count: number;
};

const readLedger = ({ prisma }: OpenDatabase) => prisma.$queryRaw<LedgerRow[]>`
  SELECT migration_name, checksum, finished_at >= started_at AS finished, rolled_back_at, logs, applied_steps_count
  FROM _prisma_migrations ORDER BY migration_name`;

describe.each(EMPTY_PLACES)("migrations on %s", (_name, make) => {
  let place: Place;
  let folder: string;
  const withDatabase = async <T>(use: (opened: OpenDatabase) => Promise<T>): Promise<T> => {
    const opened = await place.open(folder);
    try {
      return await use(opened);
    } finally {
      await opened.close();
    }
  };
  const migrationFile = (name: string) => path.join(folder, name, "migration.sql");
  beforeAll(async () => {
    place = await make();
    folder = await mkdtemp(path.join(tmpdir(), "settled-migrations-"));
    await cp(MIGRATIONS, folder, { recursive: true });
  });
  afterAll(async () => {
    await place.clear();
    await rm(folder, { recursive: true, force: true });
  });

  it("are applied at the first start and written down as Prisma writes them", async () => {
    const ledger = await withDatabase(readLedger);
    const sql = await readFile(migrationFile("20261120000000_start"));
    expect(ledger[0]).toEqual({
      migration_name: "20261120000000_start",
      checksum: createHash("sha256").update(sql).digest("hex"),
      finished: true,
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    });
  });

  it("are not applied again at the second start, and what was stored is still there", async () => {
    const row = { id: "s1", shop: "a.myshopify.com", sealed: "x" };
    const before = await withDatabase(async (opened) => {
      await opened.prisma.session.create({ data: row });
      return readLedger(opened);
    });
    const after = await withDatabase(async (opened) => ({
      ledger: await readLedger(opened),
      kept: await opened.prisma.session.findUnique({ where: { id: "s1" } }),
    }));
    expect(after.ledger).toEqual(before);
    expect(after.kept).toMatchObject(row);
  });

  it("apply a later migration once", async () => {
    await cp(path.dirname(migrationFile("20261120000000_start")), path.join(folder, "20991231000000_next"), {
      recursive: true,
    });
    await writeFile(migrationFile("20991231000000_next"), 'CREATE TABLE "Later" ("id" TEXT PRIMARY KEY);');
    await withDatabase(readLedger);
    const ledger = await withDatabase(readLedger);
    expect(ledger.map(({ migration_name }) => migration_name).slice(-1)).toEqual(["20991231000000_next"]);
    expect(ledger.filter(({ migration_name }) => migration_name.endsWith("_next"))).toHaveLength(1);
  });

  it("leave nothing behind when one of their statements fails", async () => {
    await cp(path.join(folder, "20991231000000_next"), path.join(folder, "20261122000000_broken"), {
      recursive: true,
    });
    await writeFile(
      migrationFile("20261122000000_broken"),
      'CREATE TABLE "Half" ("id" TEXT); SELECT no_such_column FROM "Half";',
    );
    await expect(place.open(folder)).rejects.toThrow(/no_such_column/);
    await rm(path.dirname(migrationFile("20261122000000_broken")), { recursive: true });
    const [half] = await withDatabase(
      ({ prisma }) => prisma.$queryRaw<{ found: string | null }[]>`
        SELECT to_regclass('"Half"')::text AS found`,
    );
    expect(half).toEqual({ found: null });
  });

  it("refuse to start when an applied one was changed", async () => {
    const file = migrationFile("20261120000000_start");
    const original = await readFile(file, "utf8");
    await writeFile(file, `${original}\n-- an afterthought\n`);
    await expect(place.open(folder)).rejects.toThrow("20261120000000_start was changed after it was applied");
    await writeFile(file, original);
  });
});
