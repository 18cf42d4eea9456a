import { EventEmitter } from "node:events";
import type { PgBoss } from "pg-boss";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createWorkers } from "#app/adapters/queue/workers.server.ts";

type Run = (jobs: object[]) => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** A queue that counts how often it is looked at; `due` says how many jobs of "mails" wait. */
function aQueue(due: { mails: number }) {
  const woken: string[] = [];
  const runs: Run[] = [];
  let looks = 0;
  let isSilent = false;
  const boss = Object.assign(new EventEmitter(), {
    work: async (_name: string, _options: object, run: Run) => `worker-${runs.push(run)}`,
    notifyWorker: (id: string) => void woken.push(id),
  });
  const query = async () => {
    looks += 1;
    if (isSilent) await new Promise(() => undefined);
    return { rows: [{ name: "mails", due: due.mails }] };
  };
  const faults: Error[] = [];
  const workers = createWorkers({ boss: boss as unknown as PgBoss, query }, (error) => faults.push(error));
  return { workers, woken, runs, boss, faults, looks: () => looks, silence: () => (isSilent = true) };
}

it("looks once a second, whatever the number of queues, and wakes as many workers as jobs wait", async () => {
  const due = { mails: 0 };
  const { workers, woken, looks } = aQueue(due);
  await workers.work("mails", 4, async () => undefined);
  await workers.work("tickets", 4, async () => undefined);
  await vi.advanceTimersByTimeAsync(10_500);
  expect([looks(), woken]).toEqual([11, []]);
  due.mails = 2;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(woken).toEqual(["worker-1", "worker-2"]);
});

it("wakes nobody who is at work, and whoever has done a job for the next one", async () => {
  const { workers, woken, runs } = aQueue({ mails: 1 });
  let finish = () => {};
  await workers.work("mails", 1, () => new Promise((resolve) => (finish = resolve)));
  const job = runs[0]?.([{ id: "1" }]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(woken).toEqual([]);
  finish();
  await job;
  expect(woken).toEqual(["worker-1"]);
});

it("looks again when a look is never answered, and says so", async () => {
  const queue = aQueue({ mails: 0 });
  queue.silence();
  await queue.workers.work("mails", 1, async () => undefined);
  await vi.advanceTimersByTimeAsync(6_500);
  expect([queue.looks(), queue.faults.map(({ message }) => message)]).toEqual([
    2,
    ["The look for due jobs was not answered."],
  ]);
});

it("looks no more once the queue has stopped", async () => {
  const { workers, boss, looks } = aQueue({ mails: 0 });
  await workers.work("mails", 1, async () => undefined);
  await vi.advanceTimersByTimeAsync(1_500);
  boss.emit("stopped");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks()).toBe(2);
});
