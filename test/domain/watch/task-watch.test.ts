import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reopenings, type TaskFact, type TaskWatch, watchTasks } from "#app/domain/index.ts";

const TASKS = ["expire-contracts", "settle-invoices"];
const contract = (id: string) => ({
  id: "core.checklist.contract",
  values: { contract: id, partner: "Blog" },
});
const fact = (status: TaskFact["status"], ids: string[] = []): TaskFact => ({
  task: "expire-contracts",
  status,
  leftovers: ids.map(contract),
});
const DONE: TaskWatch = { task: "expire-contracts", status: "done", leftovers: [], reopened: false };

const someFact = (task: string): fc.Arbitrary<TaskFact> =>
  fc.oneof(
    fc.constant<TaskFact>({ task, status: "done", leftovers: [] }),
    fc.constant<TaskFact>({ task, status: "unknown", leftovers: [] }),
    fc
      .uniqueArray(fc.constantFrom("S-1", "S-2", "S-3"), { minLength: 1 })
      .map((ids): TaskFact => ({ task, status: "open", leftovers: ids.map(contract) })),
  );
const looks = fc.array(fc.tuple(...TASKS.map(someFact)), { maxLength: 30 });

/** Looks again and again, keeping the marks as the store does. */
function walk(all: TaskFact[][]) {
  const watches = new Map<string, TaskWatch>();
  const shown = all.map((facts) => {
    const moves = watchTasks([...watches.values()], facts);
    for (const { after } of moves) watches.set(after.task, after);
    return reopenings(moves).map(({ after }) => after.task);
  });
  return { watches, shown };
}

describe("the task watch", () => {
  it("tells a done task that is open by name, and marks it as come undone", () => {
    const moves = watchTasks([DONE], [fact("open", ["S-777"])]);
    expect(reopenings(moves)).toEqual(moves);
    expect(moves).toEqual([{ before: DONE, after: { ...fact("open", ["S-777"]), reopened: true } }]);
  });

  it("tells nothing of a task that was never seen done", () => {
    expect(reopenings(watchTasks([], [fact("open", ["S-1"])]))).toEqual([]);
  });

  it("keeps a task come undone while more is left or less, and until it is done", () => {
    const [first] = watchTasks([DONE], [fact("open", ["S-1"])]);
    const open = first?.after ?? DONE;
    const [more] = watchTasks([open], [fact("open", ["S-1", "S-2"])]);
    expect(more?.after.reopened).toBe(true);
    expect(reopenings(more ? [more] : [])).toEqual([]);
    const [done] = watchTasks([open], [fact("done")]);
    expect(done?.after).toEqual(DONE);
  });

  it("takes notes whose values come back in another order for the same", () => {
    const stored = { id: "core.checklist.contract", values: { partner: "Blog", contract: "S-1" } };
    const open: TaskWatch = { ...DONE, status: "open", leftovers: [stored] };
    expect(watchTasks([open], [fact("open", ["S-1"])])).toEqual([]);
  });

  it("follows another rest of the same length, and a task that is done without having had a rest", () => {
    const open: TaskWatch = { ...DONE, status: "open", leftovers: [contract("S-1")] };
    expect(watchTasks([open], [fact("open", ["S-2"])])).toEqual([
      { before: open, after: { ...open, leftovers: [contract("S-2")] } },
    ]);
    expect(watchTasks([{ ...open, leftovers: [] }], [fact("done")])).toEqual([
      { before: { ...open, leftovers: [] }, after: DONE },
    ]);
  });

  it("takes a task whose rest the balance has paid for done (D1)", () => {
    expect(watchTasks([], [fact("funded")])).toEqual([{ before: null, after: DONE }]);
    expect(watchTasks([DONE], [fact("funded")])).toEqual([]);
  });

  it("tells nothing of a task that stays done with other notes", () => {
    const moves = watchTasks([DONE], [fact("done", ["S-1"])]);
    expect(moves).toHaveLength(1);
    expect(reopenings(moves)).toEqual([]);
  });

  it("never tells of what is unknown: leaving such looks out changes nothing (P4, P6)", () => {
    fc.assert(
      fc.property(looks, (all) => {
        const known = all.map((facts) => facts.filter(({ status }) => status !== "unknown"));
        expect(walk(all)).toEqual(walk(known));
        expect(watchTasks([DONE], [fact("unknown")])).toEqual([]);
      }),
    );
  });

  it("tells once for each time a task came undone, however often it is looked at", () => {
    fc.assert(
      fc.property(looks, (all) => {
        const { shown } = walk(all);
        const twice = walk(all.flatMap((facts) => [facts, facts]));
        expect(twice.shown.filter((_, index) => index % 2 === 1).flat()).toEqual([]);
        for (const task of TASKS) {
          const seen = all.flatMap((facts) =>
            facts.filter((each) => each.task === task && each.status !== "unknown"),
          );
          const undone = seen.filter(
            ({ status }, index) => status === "open" && seen[index - 1]?.status === "done",
          );
          expect(shown.flat().filter((each) => each === task)).toHaveLength(undone.length);
        }
      }),
    );
  });

  it("says of a task that it came undone exactly while it is open after having been done", () => {
    fc.assert(
      fc.property(looks, (all) => {
        for (const watch of walk(all).watches.values()) {
          const seen = all.flat().filter(({ task, status }) => task === watch.task && status !== "unknown");
          expect(watch.status).toBe(seen.at(-1)?.status);
          expect(watch.reopened).toBe(
            watch.status === "open" && seen.some(({ status }) => status === "done"),
          );
        }
      }),
    );
  });
});
