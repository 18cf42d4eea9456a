import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createLogger } from "#app/adapters/log/logger.server.ts";
import { keptFault } from "#app/adapters/queue/kept-fault.server.ts";
import { PLACES, type Place } from "./databases.ts";

const SECRET = "owner@acme-outdoor.example";

/** Statements that the database refuses, each with the merchant's value in it. */
const STATEMENTS: [string, (db: OpenDatabase["prisma"]) => Promise<unknown>][] = [
  ["a value of the wrong kind", (db) => db.$queryRawUnsafe("SELECT $1::uuid", SECRET)],
  ["a value written into the statement", (db) => db.$queryRawUnsafe(`SELECT '${SECRET}'::int`)],
  [
    "a key that is there already",
    (db) =>
      db.$executeRawUnsafe(
        `INSERT INTO "RateLimit" ("key", "points") SELECT $1, 1 FROM generate_series(1, 2)`,
        SECRET,
      ),
  ],
  ["a text with U+0000", (db) => db.session.findFirst({ where: { id: `${SECRET}\0` } })],
  ["an answer Prisma does not take", (db) => db.session.findFirst({ where: { id: [SECRET] as never } })],
];

describe.each(PLACES)("a fault of %s", (_name, makePlace) => {
  let place: Place;
  let opened: OpenDatabase;
  beforeAll(async () => {
    place = await makePlace();
    opened = await place.open();
  });
  afterAll(async () => {
    await opened.close();
    await place.clear();
  });

  it.each(STATEMENTS)("leaves no value in log or queue: %s", async (_what, statement) => {
    const fault: unknown = await statement(opened.prisma).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const lines: string[] = [];
    const log = createLogger("debug", { write: (line) => void lines.push(line) });
    // A use-case may pass it on as the reason for its own.
    log.error({ err: fault }, "request failed");
    log.error({ err: new Error("could not be kept", { cause: fault }) }, "request failed");
    const kept = keptFault(fault);
    const all = [...lines, kept.name, kept.message, kept.stack].join("\n");
    expect(fault).toBeInstanceOf(Error);
    expect(all).not.toContain("acme-outdoor");
    expect(JSON.parse(lines[0] ?? "").err).toMatchObject({
      type: expect.stringMatching(/^(Prisma|DriverAdapterError)/),
      message: "The database refused a statement; its words are not kept.",
    });
  });

  it("still says what happened and where", async () => {
    const fault: unknown = await opened.prisma.$queryRawUnsafe("SELECT $1::uuid", SECRET).catch((e) => e);
    const lines: string[] = [];
    createLogger("debug", { write: (line) => void lines.push(line) }).error({ err: fault }, "request failed");
    const { err } = JSON.parse(lines[0] ?? "");
    expect(err.code).toBe("P2010");
    expect(err.stack).toContain("fault-facts.test.ts");
  });
});
