import type { TestApp } from "./an-app.ts";

/**
 * Lets writing into a table fail with what PostgreSQL says on a full disk (53100), while what a transaction wrote before
 * it found room; gives back how to make room. Reading goes on, as it does on a full disk.
 */
export async function fillDisk(app: TestApp, table: string): Promise<() => Promise<void>> {
  const db = app.container.boss.getDb();
  await db.executeSql(`
    CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = '53100';
    END $$`);
  await db.executeSql(
    `CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION no_room()`,
  );
  return async () => void (await db.executeSql(`DROP TRIGGER no_room ON ${table}`));
}
