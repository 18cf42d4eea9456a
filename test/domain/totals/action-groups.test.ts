import { expect, it } from "vitest";
import { groupActions } from "#app/domain/index.ts";
import { countOf } from "#app/domain/totals/action-groups.ts";
import { anAccount, anAction } from "#test/factories/account.ts";

it("counts the actions of all groups, named or not", () => {
  const { actions } = anAccount({
    actions: [
      anAction({ id: "3" }),
      anAction({ id: "1" }),
      anAction({ id: "2" }),
      anAction({ id: "4", locksOn: "2026-07-20" }),
    ],
  });
  const groups = groupActions(Array.isArray(actions) ? actions : [], 2);
  expect(groups.map(({ count, first }) => [count, first.map(({ id }) => id)])).toEqual([
    [3, ["1", "2"]],
    [1, ["4"]],
  ]);
  expect(countOf(groups)).toBe(4);
});
