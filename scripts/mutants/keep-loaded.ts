import path from "node:path";
import { strykerPlugins as vitestPlugins } from "@stryker-mutator/vitest-runner";
import { type Answer, CHANNEL, type Job, type Spec } from "./jobs.ts";

/**
 * Stryker's vitest runner starts a worker for each change and loads everything the tests import: a second or more for a few
 * milliseconds of tests. This one keeps a worker loaded and turns one change after the other on in it (loaded-worker.ts). What it
 * finds is believed only where a fresh worker would say the same: a test that failed must pass without the change right afterwards,
 * and a change that survived must have been reached. Whatever is in doubt goes to Stryker's own runner.
 */
interface MutantRun {
  testFilter?: string[];
  hitLimit?: number;
  activeMutant: { id: string };
  mutantActivation: "runtime" | "static";
}
interface Project {
  config: { runner?: string; bail: number };
}
interface VitestRunner {
  ctx: {
    projects: Project[];
    config: { bail: number };
    state: { filesMap: Map<string, unknown>; errorsSet: Set<unknown> };
    provide(key: string, value: unknown): void;
    start(files: string[]): Promise<unknown>;
  };
  dryRun(options: unknown): Promise<{ tests?: { id: string; timeSpentMs: number }[] }>;
  mutantRun(options: MutantRun): Promise<unknown>;
  dispose(): Promise<void>;
}

const WORKER = path.join(import.meta.dirname, "loaded-worker.ts");
/** How often a worker is made new all the same, for what changed code may leave behind. */
const CHANGES_A_WORKER = 300;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The tests by file, the quick ones first: most changes are noticed within milliseconds. */
function specsOf(testIds: readonly string[], took: ReadonlyMap<string, number>): Spec[] {
  const files = new Map<string, { names: string[]; ms: number }>();
  for (const id of testIds) {
    const [file = "", ...name] = id.split("#");
    const known = files.get(file) ?? { names: [], ms: 0 };
    known.names.push(name.join("#"));
    known.ms += took.get(id) ?? 0;
    files.set(file, known);
  }
  return [...files]
    .sort(([, a], [, b]) => a.ms - b.ms)
    .map(([file, { names }]) => ({
      filepath: path.resolve(file),
      testNamePattern: new RegExp(`(?:${names.map(escaped).join("|")})\\s*$`),
    }));
}

class KeepLoaded {
  #runner: VitestRunner;
  #took = new Map<string, number>();
  #running: { channel: BroadcastChannel; ended: Promise<unknown>; changes: number } | undefined;

  constructor(runner: VitestRunner) {
    this.#runner = runner;
  }

  async dryRun(options: unknown): Promise<unknown> {
    const result = await this.#runner.dryRun(options);
    for (const { id, timeSpentMs } of result.tests ?? []) this.#took.set(id, timeSpentMs);
    return result;
  }

  async mutantRun(options: MutantRun): Promise<unknown> {
    const { testFilter, activeMutant } = options;
    if (options.mutantActivation !== "runtime" || testFilter === undefined || testFilter.length === 0)
      return this.#fresh(options);
    const specs = specsOf(testFilter, this.#took);
    await this.#start(specs[0]?.filepath ?? "");
    const { failed, hits, tests } = await this.#ask(activeMutant.id, options.hitLimit, specs);
    if (this.#runner.ctx.state.errorsSet.size > 0) return this.#fresh(options);
    if (options.hitLimit !== undefined && hits > options.hitLimit)
      return { status: "timeout", reason: `Hit limit reached (${hits}/${options.hitLimit})` };
    if (failed === null) return hits > 0 ? { status: "survived", nrOfTests: tests } : this.#fresh(options);
    const again = await this.#ask(null, undefined, [
      { filepath: failed.file, testNamePattern: new RegExp(`${escaped(failed.name)}\\s*$`) },
    ]);
    if (again.failed !== null || this.#runner.ctx.state.errorsSet.size > 0) return this.#fresh(options);
    const killedBy = `${path.relative(process.cwd(), failed.file)}#${failed.name}`;
    return { status: "killed", killedBy: [killedBy], failureMessage: failed.message, nrOfTests: tests };
  }

  /** By Stryker's own runner, in a worker of its own. */
  async #fresh(options: MutantRun): Promise<unknown> {
    await this.#stop();
    return this.#runner.mutantRun(options);
  }

  async dispose(): Promise<void> {
    await this.#stop();
    await this.#runner.dispose();
  }

  async #start(file: string): Promise<void> {
    if (this.#running !== undefined && this.#running.changes >= CHANGES_A_WORKER) await this.#stop();
    if (this.#running !== undefined) return;
    const { ctx } = this.#runner;
    for (const { config } of [...ctx.projects, { config: ctx.config as Project["config"] }]) {
      config.runner = WORKER;
      config.bail = 0;
    }
    for (const [key, value] of [
      ["mode", "mutant"],
      ["mutantActivation", "runtime"],
      ["activeMutant", undefined],
      ["hitLimit", undefined],
    ] as const)
      ctx.provide(key, value);
    ctx.state.filesMap.clear();
    const channel = new BroadcastChannel(CHANNEL);
    const ready = this.#heard(channel);
    this.#running = { channel, ended: ctx.start([file]), changes: 0 };
    await ready;
  }

  async #stop(): Promise<void> {
    if (this.#running === undefined) return;
    const { channel, ended } = this.#running;
    this.#running = undefined;
    channel.postMessage({ kind: "stop" } satisfies Job);
    await ended;
    channel.close();
    const { ctx } = this.#runner;
    for (const { config } of [...ctx.projects, { config: ctx.config as Project["config"] }]) {
      delete config.runner;
      config.bail = 1;
    }
    ctx.state.errorsSet.clear();
  }

  async #ask(mutant: string | null, hitLimit: number | undefined, specs: Spec[]): Promise<Answer> {
    if (this.#running === undefined) throw new Error("no worker is loaded");
    this.#running.changes += 1;
    const answer = this.#heard(this.#running.channel);
    this.#running.channel.postMessage({ kind: "run", mutant, hitLimit, specs } satisfies Job);
    const heard = await answer;
    this.#runner.ctx.state.filesMap.clear();
    return heard;
  }

  #heard(channel: BroadcastChannel): Promise<Answer> {
    return new Promise((resolve) => {
      channel.onmessage = (event) => resolve((event as MessageEvent<Answer>).data);
    });
  }
}

const [vitest] = vitestPlugins as unknown as [{ kind: string; name: string; factory: Factory }];
type Factory = ((injector: unknown) => VitestRunner) & { inject: unknown };

/** Everything else is Stryker's own. */
function keepLoaded(injector: unknown): object {
  const runner = vitest.factory(injector);
  const loaded = new KeepLoaded(runner);
  return new Proxy(runner, {
    get(of, key) {
      if (key === "dryRun") return (options: unknown) => loaded.dryRun(options);
      if (key === "mutantRun") return (options: MutantRun) => loaded.mutantRun(options);
      if (key === "dispose") return () => loaded.dispose();
      const value = Reflect.get(of, key, of) as unknown;
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
}
keepLoaded.inject = vitest.factory.inject;

export const strykerPlugins = [{ ...vitest, name: "keep-loaded", factory: keepLoaded }];
export { strykerValidationSchema } from "@stryker-mutator/vitest-runner";
