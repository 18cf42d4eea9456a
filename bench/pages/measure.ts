import { type Opened, openAccount, type ReadAccount } from "./account.ts";
import { USES } from "./uses.ts";

/** Milliseconds by median; the round trip is the least a database can be asked. */
export type Times = Record<string, { large: number; small: number; roundTrip: number }>;
/** Mebibytes of the process before the use began and at most while it was made. */
export type Memory = { idle: number; peak: number };
export type Task = { large: ReadAccount; small: ReadAccount } | { use: string; account: ReadAccount };

const ROUNDS = 9;

/** Both accounts in turn, so that what else the machine does disturbs both alike. */
async function times(largeOne: ReadAccount, smallOne: ReadAccount): Promise<Times> {
  const [large, small] = [await openAccount(largeOne), await openAccount(smallOne)];
  const found: Times = {};
  for (const [name, use] of Object.entries(USES)) {
    const taken = { large: [] as number[], small: [] as number[], roundTrip: [] as number[] };
    const rounds = name === "CSV export" ? 1 : ROUNDS;
    for (let round = -1; round < rounds; round += 1) {
      const roundTrip = await milliseconds(() => large.opened.prisma.$queryRaw`SELECT 1`);
      const ofSmall = await milliseconds(() => use(small));
      const ofLarge = await milliseconds(() => use(large));
      // The first round only warms up.
      if (round < 0) continue;
      taken.roundTrip.push(roundTrip);
      taken.small.push(ofSmall);
      taken.large.push(ofLarge);
    }
    found[name] = {
      large: median(taken.large),
      small: median(taken.small),
      roundTrip: median(taken.roundTrip),
    };
  }
  await close(large);
  await close(small);
  return found;
}

async function memory(name: string, wanted: ReadAccount): Promise<Memory> {
  const account = await openAccount(wanted);
  const use = USES[name];
  if (!use) throw new Error(`Nothing is called ${name}.`);
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1_048_576);
  const idle = megabytes();
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, megabytes());
  }, 5);
  await use(account);
  clearInterval(watch);
  peak = Math.max(peak, megabytes());
  await close(account);
  return { idle, peak };
}

const close = ({ opened }: Opened): Promise<void> => opened.close();

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Does one task in a process of its own and prints one line. Argument: the task as JSON. */
const task: Task = JSON.parse(process.argv[2] ?? "");
const result = "use" in task ? await memory(task.use, task.account) : await times(task.large, task.small);
process.stdout.write(`${JSON.stringify(result)}\n`);
