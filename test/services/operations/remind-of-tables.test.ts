import { expect, it } from "vitest";
import { composeOperatorAlert } from "#app/services/mail/compose-operator-alert.ts";
import { remindOfTables } from "#app/services/operations/remind-of-tables.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const tables = [
  { table: "rates", asOf: "2025-06-20" },
  { table: "holidays", asOf: "2025-06-21" },
] as const;

it("reminds the operator of rates and holidays older than a year, with their date, once a month", async () => {
  const deps = createFakeDeps();
  const written = async (iso: string) => {
    deps.clock.set(iso);
    return remindOfTables({ tables }, deps);
  };
  expect(await written("2026-06-20T23:59:59Z")).toBe(0);
  expect(await written("2026-06-21T00:00:00Z")).toBe(1);
  expect(await written("2026-06-22T00:00:00Z")).toBe(1);
  expect(await written("2026-06-30T23:59:59Z")).toBe(0);
  expect(await written("2026-07-01T00:00:00Z")).toBe(2);
  const texts = deps.db.rows().mails.map((mail) => {
    const composed = composeOperatorAlert(mail);
    return composed.outcome === "mail" ? composed.mail : null;
  });
  expect(texts.map((mail) => mail?.subject)).toEqual([
    "Settled: exchange rates of Fri, Jun 20, 2025",
    "Settled: holidays of Sat, Jun 21, 2025",
    "Settled: exchange rates of Fri, Jun 20, 2025",
    "Settled: holidays of Sat, Jun 21, 2025",
  ]);
  expect(JSON.stringify(texts[0]?.body)).toContain("npm run rates -- eurofxref.csv");
  expect(JSON.stringify(texts[1]?.body)).toContain("app/domain/closing/holidays.ts");
});

it("writes to the operator in English, and a line in the log for each", async () => {
  const deps = createFakeDeps();
  const lines: unknown[] = [];
  const log = { ...deps.log, warn: (...line: unknown[]) => void lines.push(line) };
  deps.clock.set("2026-06-21T00:00:00Z");
  await remindOfTables({ tables }, { ...deps, log });
  expect(lines).toEqual([[{ table: "rates", asOf: "2025-06-20" }, "older than a year"]]);
  expect(deps.db.rows().mails).toMatchObject([{ locale: "en", recipient: "operator@settled.example" }]);
});

it("knows the dates of what is shipped", async () => {
  const deps = createFakeDeps();
  deps.clock.set("2027-12-01T00:00:00Z");
  expect(await remindOfTables({}, deps)).toBe(2);
});
