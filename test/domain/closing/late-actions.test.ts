import { describe, expect, it } from "vitest";
import { type LateActions, lateActions } from "#app/domain/closing/late-actions.ts";
import { type ActionGroup, groupActions, isoDay, toDay } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type Lock = [id: string, locksOn: string | null];

/** Pending actions of 1 July 2026 as `actionsAsOf` gives them: the last lock first, open-ended ones before all. */
function groupsOf(locks: readonly Lock[], named?: number): ActionGroup[] {
  const { actions } = anAccount({
    actions: locks.map(([id, locksOn]) => anAction({ id, locksOn, trackedOn: "2026-06-20" })),
  });
  const groups = groupActions(actions ?? [], named);
  const lockOf = ({ first: [{ locksOn }] }: ActionGroup) => locksOn ?? Number.MAX_SAFE_INTEGER;
  return groups.sort((a, b) => lockOf(b) - lockOf(a));
}

const shown = ({ late, crowd }: LateActions) => ({
  late: late.map(({ id }) => id),
  crowd: crowd && [crowd.count, isoDay(crowd.until)],
});
const lateOf = (locks: readonly Lock[], named?: number) =>
  shown(lateActions(groupsOf(locks, named), toDay(date("2026-07-01"))));

describe("the actions that lock long after the others (D16)", () => {
  it("lie behind two weeks without a lock", () => {
    expect(
      lateOf([
        ["soon", "2026-07-10"],
        ["late", "2026-07-24"],
      ]),
    ).toEqual({ late: ["late"], crowd: [1, "2026-07-10"] });
    expect(
      lateOf([
        ["soon", "2026-07-10"],
        ["sooner", "2026-07-23"],
      ]),
    ).toEqual({ late: [], crowd: [2, "2026-07-23"] });
  });

  it("are all behind the earliest such gap, the last first", () => {
    expect(
      lateOf([
        ["a", "2026-07-10"],
        ["b", "2026-08-10"],
        ["c", "2026-08-12"],
        ["d", "2026-10-01"],
      ]),
    ).toEqual({ late: ["d", "c", "b"], crowd: [1, "2026-07-10"] });
  });

  it("are none where only the first lock of all is far off", () => {
    expect(
      lateOf([
        ["a", "2026-09-10"],
        ["b", "2026-09-12"],
      ]),
    ).toEqual({ late: [], crowd: [2, "2026-09-12"] });
    expect(lateOf([["a", "2026-09-10"]])).toEqual({ late: [], crowd: [1, "2026-09-10"] });
  });

  it("are those that nobody dates first of all", () => {
    expect(
      lateOf([
        ["a", "2026-07-10"],
        ["open", null],
      ]),
    ).toEqual({ late: ["open"], crowd: [1, "2026-07-10"] });
    expect(
      lateOf([
        ["a", "2026-07-10"],
        ["b", "2026-08-10"],
        ["open", null],
      ]),
    ).toEqual({ late: ["open", "b"], crowd: [1, "2026-07-10"] });
    // Without any other there is nothing they are later than, and no day to name.
    expect(lateOf([["open", null]])).toEqual({ late: ["open"], crowd: null });
  });

  it("are named by their ids within a day", () => {
    // A lock day of its own group for each day of tracking or reversal: the order of the groups must not show.
    const groups = groupsOf([
      ["soon", "2026-07-05"],
      ["a.1", "2026-09-01"],
      ["z", "2026-10-01"],
    ]);
    const [other] = groupsOf([["a.0", "2026-09-01"]]);
    expect(other).toBeDefined();
    const [last, late, soon] = groups;
    const pending = [last, late, other, soon].flatMap((group) => group ?? []);
    expect(shown(lateActions(pending, toDay(date("2026-07-01")))).late).toEqual(["z", "a.0", "a.1"]);
  });

  it("are a list of twenty at the most", () => {
    const locks = Array.from(
      { length: 21 },
      (_, index): Lock => [`late.${index + 10}`, `2026-09-0${(index % 9) + 1}`],
    );
    const soon: Lock = ["soon", "2026-07-10"];
    expect(lateOf([soon, ...locks.slice(1)]).late).toHaveLength(20);
    expect(lateOf([soon, ...locks])).toEqual({ late: [], crowd: [22, "2026-09-09"] });
  });

  it("are no list where one of them cannot be named, for nobody could act on it", () => {
    const locks: Lock[] = [
      ["soon", "2026-07-10"],
      ["late.1", "2026-09-01"],
      ["late.2", "2026-09-01"],
    ];
    expect(lateOf(locks)).toMatchObject({ late: ["late.1", "late.2"] });
    expect(lateOf(locks, 1)).toEqual({ late: [], crowd: [3, "2026-09-01"] });
    // One day of which all are named does not help.
    expect(lateOf([...locks, ["last", "2026-10-01"]], 1)).toEqual({ late: [], crowd: [4, "2026-10-01"] });
    // That the others cannot be named does not matter.
    const crowd: Lock[] = [
      ["soon.1", "2026-07-10"],
      ["soon.2", "2026-07-10"],
      ["late", "2026-09-01"],
    ];
    expect(lateOf(crowd, 1)).toEqual({ late: ["late"], crowd: [2, "2026-07-10"] });
  });

  it("are none of nothing", () => {
    expect(lateOf([])).toEqual({ late: [], crowd: null });
  });
});
