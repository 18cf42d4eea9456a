import { TestRunner } from "vitest";
import { type Answer, CHANNEL, type Job, type Spec } from "./jobs.ts";

interface Task {
  name: string;
  mode: string;
  suite?: Task;
  file: { filepath: string };
  result?: { state: string; errors?: { message: string }[] };
}

/** Stryker's switch in the changed code: which change is on, and how often it was reached. */
const stryker = (): { activeMutant?: string | undefined; hitCount?: number } => {
  const all = globalThis as unknown as Record<string, object>;
  all.__stryker__ ??= {};
  return all.__stryker__;
};

/** The list of files that vitest is walking, and what Stryker's set-up file reads anew before each of them. */
interface WorkerState {
  ctx: { files: Spec[] };
  providedContext: Record<string, unknown>;
}

const fullName = (task: Task): string =>
  task.suite === undefined ? task.name : `${fullName(task.suite)} > ${task.name}`;

/**
 * Vitest's runner in a worker that never ends: after each file it puts the next one behind the list its caller is walking. What the
 * tests import stays loaded; the test files themselves are read anew, so that every test is made new with its hooks.
 */
export default class LoadedWorker extends TestRunner {
  #channel = new BroadcastChannel(CHANNEL);
  #jobs: Job[] = [];
  #wake: (() => void) | undefined;
  #left: Spec[] = [];
  #answer: Answer = { failed: null, hits: 0, tests: 0 };

  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    this.#channel.onmessage = (event) => {
      this.#jobs.push((event as MessageEvent<Job>).data);
      this.#wake?.();
    };
  }

  /** As in a new worker: while files are read, no change is on. */
  onBeforeCollect(): void {
    stryker().activeMutant = undefined;
  }

  override async onBeforeRunTask(test: Parameters<TestRunner["onBeforeRunTask"]>[0]): Promise<void> {
    if (this.#answer.failed !== null) test.mode = "skip";
    await super.onBeforeRunTask(test);
    if (test.mode === "run") this.#answer.tests += 1;
  }

  override onAfterRunTask(test: Parameters<TestRunner["onAfterRunTask"]>[0]): void {
    super.onAfterRunTask(test);
    this.#note(test as unknown as Task);
  }

  override async onAfterRunFiles(files: Parameters<TestRunner["onAfterRunFiles"]>[0]): Promise<void> {
    super.onAfterRunFiles(files);
    for (const file of files) this.#note(file as unknown as Task);
    this.#answer.hits += stryker().hitCount ?? 0;
    if (this.#left.length === 0 || this.#answer.failed !== null) {
      this.#channel.postMessage(this.#answer);
      const job = await this.#nextJob();
      if (job.kind === "stop") return this.#channel.close();
      this.#begin(job);
    }
    const next = this.#left.shift();
    if (next !== undefined) this.#worker.ctx.files.push(next);
  }

  get #worker(): WorkerState {
    return (this as unknown as { workerState: WorkerState }).workerState;
  }

  #note(task: Task): void {
    if (task.result?.state !== "fail" || this.#answer.failed !== null) return;
    this.#answer.failed = {
      file: task.file.filepath,
      name: fullName(task),
      message: task.result.errors?.[0]?.message ?? "failed",
    };
  }

  #begin(job: Extract<Job, { kind: "run" }>): void {
    this.#answer = { failed: null, hits: 0, tests: 0 };
    this.#left = job.specs;
    this.#worker.providedContext.activeMutant = job.mutant ?? undefined;
    this.#worker.providedContext.hitLimit = job.hitLimit;
  }

  async #nextJob(): Promise<Job> {
    for (;;) {
      const job = this.#jobs.shift();
      if (job !== undefined) return job;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
