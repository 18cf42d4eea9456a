import { type Opened, openAccount, type ReadAccount } from "./account.ts";
import { USES } from "./uses.ts";

/** Milliseconds by median, account by account; the round trip is the least a database can be asked. */
export type Times = Record<string, { taken: number[]; roundTrip: number }>;
/** Mebibytes of the process before the use began and at most while it was made. */
export type Memory = { idle: number; peak: number };
export type Task = { accounts: ReadAccount[]; uses: string[] } | { use: string; account: ReadAccount };

const ROUNDS = 15;
/** Rounds that only warm up: the engine compiles what runs often. */
const WARM_UP = 2;

/** All accounts in turn, so that what else the machine does disturbs all alike. */
async function times(wanted: ReadAccount[], uses: string[]): Promise<Times> {
  const accounts: Opened[] = [];
  for (const each of wanted) accounts.push(await openAccount(each));
  const [first] = accounts;
  if (!first) throw new Error("There is no account to measure.");
  const found: Times = {};
  for (const [name, use] of Object.entries(USES).filter(([name]) => uses.includes(name))) {
    const taken = accounts.map((): number[] => []);
    const roundTrips: number[] = [];
    const rounds = name === "CSV export" ? 1 : ROUNDS;
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const roundTrip = await milliseconds(() => first.opened.prisma.$queryRaw`SELECT 1`);
      if (round >= 0) roundTrips.push(roundTrip);
      for (const [index, account] of accounts.entries()) {
        const took = await milliseconds(() => use(account));
        if (round >= 0) taken[index]?.push(took);
      }
    }
    found[name] = { taken: taken.map(median), roundTrip: median(roundTrips) };
  }
  for (const account of accounts) await close(account);
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
const result = "use" in task ? await memory(task.use, task.account) : await times(task.accounts, task.uses);
process.stdout.write(`${JSON.stringify(result)}\n`);
