import { expect, it } from "vitest";
import { actionsAsOf } from "#app/domain/closing/actions-as-of.ts";
import { type AccountFileJson, toDay } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

function standing(actions: AccountFileJson["actions"], on: string) {
  const found = actionsAsOf(anAccount({ actions }).actions, toDay(date(on)));
  const ids = (groups: { first: readonly { id: string }[] }[] = []) =>
    groups.flatMap(({ first }) => first.map(({ id }) => id));
  return found && { ...found, pending: ids(found.pending), unpaid: ids(found.unpaid) };
}

const tracked = anAction({ id: "a", trackedOn: "2026-05-30", locksOn: "2026-06-20" });

it("knows of an action from the day it was tracked on", () => {
  const none = { tracked: 0, reversed: 0, locked: 0, pending: [], unpaid: [] };
  expect(standing([tracked], "2026-05-29")).toEqual(none);
  expect(standing([tracked], "2026-05-30")).toEqual({ ...none, tracked: 1, pending: ["a"] });
  expect(standing([tracked], "2026-06-20")).toEqual({ ...none, tracked: 1, locked: 1, unpaid: ["a"] });
});

it("counts an action as paid on the day it is paid", () => {
  const paid = { ...tracked, state: "APPROVED" as const, clearedOn: "2026-07-20" };
  expect(standing([paid], "2026-07-19")).toMatchObject({ locked: 1, unpaid: ["a"] });
  expect(standing([paid], "2026-07-20")).toMatchObject({ locked: 1, unpaid: [] });
});

it("counts a reversed one as neither locked nor open, from the day it is reversed on (G13)", () => {
  const reversed = { ...tracked, state: "REVERSED" as const, reversedOn: "2026-06-10" };
  expect(standing([reversed], "2026-06-09")).toMatchObject({ tracked: 1, reversed: 0, pending: ["a"] });
  expect(standing([reversed], "2026-06-10")).toEqual({
    ...{ tracked: 1, reversed: 1, locked: 0 },
    ...{ pending: [], unpaid: [] },
  });
});

it("puts the latest lock first, and those that nobody dates before all", () => {
  const rows = [
    tracked,
    anAction({ id: "b", locksOn: "2026-07-20" }),
    anAction({ id: "c", locksOn: null }),
    anAction({ id: "d", locksOn: "2026-07-01" }),
  ];
  expect(standing(rows, "2026-06-01")?.pending).toEqual(["c", "b", "d", "a"]);
  expect(standing(rows, "2026-07-05")?.unpaid).toEqual(["d", "a"]);
});
