import { expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const named = (actions: AccountFileJson["actions"]) => {
  const { checklist } = closureReport(anAccount({ actions }), { on: date("2026-06-05") });
  const open = checklist.find(({ key }) => key === "pay-actions")?.open ?? [];
  return open.map(({ values }) => values?.action ?? values?.count);
};

it("names the actions that lock last first, of one day those with the lowest ids", () => {
  expect(
    named([
      anAction({ id: "a", locksOn: "2026-06-20" }),
      anAction({ id: "c", locksOn: "2026-07-01" }),
      anAction({ id: "b", locksOn: "2026-07-01" }),
      anAction({ id: "d", locksOn: null }),
    ]),
  ).toEqual(["d", "b", "c", "a"]);
});

it("lets nothing else than day and id decide, such as a reversal that comes later", () => {
  const toCome = { state: "REVERSED" as const, reversedOn: "2026-06-30" };
  expect(
    named([
      anAction({ id: "b", locksOn: "2026-07-01" }),
      anAction({ id: "d", locksOn: "2026-07-01" }),
      anAction({ id: "a", locksOn: "2026-07-01", ...toCome }),
      anAction({ id: "c", locksOn: "2026-07-01", ...toCome }),
    ]),
  ).toEqual(["a", "b", "c", "d"]);
});

it("names twenty over all days and counts the others", () => {
  const rows = ["2026-07-01", "2026-07-02", "2026-07-03"].flatMap((locksOn, day) =>
    Array.from({ length: 8 }, (_, index) => anAction({ id: `${day}${index}`, locksOn })),
  );
  const third = ["20", "21", "22", "23", "24", "25", "26", "27"];
  const second = ["10", "11", "12", "13", "14", "15", "16", "17"];
  expect(named(rows)).toEqual([...third, ...second, "00", "01", "02", "03", 4]);
});
