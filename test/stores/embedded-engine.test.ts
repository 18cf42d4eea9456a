import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { EmbeddedEngine, startThread } from "#app/adapters/db/embedded-engine.server.ts";
import { layReadyDatabase } from "#test/ready-database.ts";

describe("the engine of the embedded database", () => {
  let folder: string;
  let thread: ReturnType<typeof startThread>;
  let engine: EmbeddedEngine;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "settled-engine-"));
    await layReadyDatabase(folder);
    thread = startThread(path.join(folder, "db"));
    engine = await EmbeddedEngine.open(folder, thread);
  });
  afterAll(async () => {
    await engine.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });

  it("gives each statement its own answer, however many are asked at once", async () => {
    const numbers = Array.from({ length: 20 }, (_, at) => at);
    const answers = await Promise.all(
      numbers.map((number) =>
        engine.query<{ n: number; list: string[] }>("SELECT $1::int AS n, ARRAY['a', 'b'] AS list", [number]),
      ),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(numbers);
    expect(answers[0]?.rows[0]?.list).toEqual(["a", "b"]);
  });

  it("crosses to its thread twice for a new statement and once for each later one, whose answer is still its own", async () => {
    const sent = vi.spyOn(thread, "postMessage");
    const answers: unknown[] = [];
    for (const number of [41, 1, 7]) {
      const { rows } = await engine.query("SELECT $1::int + 1 AS n", [number]);
      answers.push([rows, sent.mock.calls.length]);
    }
    expect(answers).toEqual([
      [[{ n: 42 }], 2],
      [[{ n: 2 }], 3],
      [[{ n: 8 }], 4],
    ]);
    sent.mockRestore();
  });

  it("crosses once for each end of a transaction", async () => {
    await engine.query("SELECT 1 AS n");
    const sent = vi.spyOn(thread, "postMessage");
    await engine.transaction((tx) => tx.query("SELECT 1 AS n"));
    expect(sent.mock.calls.length).toBe(3);
    sent.mockRestore();
  });

  it("writes a statement's values anew when their column changed its type", async () => {
    await engine.exec("CREATE TABLE kept (value int)");
    const keep = (value: unknown) => engine.query("INSERT INTO kept VALUES ($1) RETURNING value", [value]);
    expect((await keep(5)).rows).toEqual([{ value: 5 }]);
    await engine.exec("ALTER TABLE kept ALTER COLUMN value TYPE bool USING value > 0");
    expect((await keep(true)).rows).toEqual([{ value: true }]);
  });

  it.each([
    ["that cannot be read", "SELEC 1", [], "42601"],
    ["whose value does not fit", "SELECT $1::int AS n", ["many"], "22P02"],
    ["that fails while it runs", "SELECT 1 / $1::int", [0], "22012"],
  ])("says the code of a statement %s, and answers the next one", async (_which, statement, values, code) => {
    // A second time too, when the types of its values are known.
    for (const _time of [1, 2]) {
      await expect(engine.query(statement, values)).rejects.toMatchObject({ code });
      expect((await engine.query("SELECT 1 AS n")).rows).toEqual([{ n: 1 }]);
    }
  });

  it("keeps a transaction together, and lets nothing in between", async () => {
    await engine.exec("CREATE TABLE t (n int)");
    const steps: string[] = [];
    const inside = engine.transaction(async (tx) => {
      await tx.query("INSERT INTO t VALUES (1)");
      steps.push("inserted");
      await tx.query("SELECT pg_sleep(0)");
      steps.push("committing");
    });
    const after = engine.query<{ n: number }>("SELECT count(*)::int AS n FROM t").then(({ rows }) => {
      steps.push(`counted ${rows[0]?.n}`);
    });
    await Promise.all([inside, after]);
    expect(steps).toEqual(["inserted", "committing", "counted 1"]);
  });

  it("gives each statement of a transaction its own answer, when several are asked at once", async () => {
    const numbers = Array.from({ length: 20 }, (_, at) => at);
    const answers = await engine.transaction((tx) =>
      Promise.all(numbers.map((number) => tx.query<{ n: number }>("SELECT $1::int AS n", [number]))),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(numbers);
  });

  it("fails what was asked, and everything after, when its thread dies, instead of waiting for ever", async () => {
    const asked = engine.query("SELECT sum(length(md5(n::text))) FROM generate_series(1, 1000000) AS n");
    // Asked before the thread is ended, so that it is under way.
    const ended = thread.terminate();
    await expect(asked).rejects.toThrow("The thread of the embedded database has ended.");
    await ended;
    await expect(engine.query("SELECT 1")).rejects.toThrow("The thread of the embedded database has ended.");
  });
});
