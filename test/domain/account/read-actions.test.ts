import { expect, it } from "vitest";
import { readActions } from "#app/domain/index.ts";
import { anAction } from "#test/factories/account.ts";

it("reads each action by itself, and tells what cannot be read from what contradicts itself", () => {
  const items = [
    anAction({ id: "good" }),
    anAction({ id: "no-day", locksOn: "2026-06-31" }),
    anAction({ id: "too-early", locksOn: "2026-05-29" }),
    anAction({ id: "no-amount", amount: "12,50" }),
    anAction({ id: "also-good" }),
  ];
  const { actions, rejected } = readActions(items, "USD");
  expect(actions.map(({ id }) => id)).toEqual(["good", "also-good"]);
  expect(
    rejected.map(({ index, item, problem, isContradiction }) => [
      index,
      item.id,
      problem.path,
      problem.problem,
      isContradiction,
    ]),
  ).toEqual([
    [1, "no-day", "actions[1].locksOn", '"2026-06-31" is not a day', false],
    [2, "too-early", "actions[2].locksOn", "lies before trackedOn", true],
    [3, "no-amount", "actions[3].amount", '"12,50" is not an amount', false],
  ]);
});
