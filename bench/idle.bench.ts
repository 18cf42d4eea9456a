import "#scripts/one-sentence.ts";
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { AS_STARTED } from "#scripts/as-started.ts";
import { wholeNumber } from "#scripts/bad-input.ts";
import { freePort } from "#scripts/free-port.ts";
import { COMPILED_CODE } from "#scripts/prepare.ts";
import { embeddedPlaces, type Places, postgresPlaces } from "#test/harness/sync/places.ts";
import { endsWithUs } from "./ends-with-us.ts";
import { note } from "./history.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    settle: { type: "string", default: "20" },
    busy: { type: "string", default: "10" },
    only: { type: "string", default: "" },
  },
});
const example = "node bench/idle.bench.ts --seconds 60 --settle 20 --busy 10";
const [seconds, settle, busy] = [values.seconds, values.settle, values.busy].map((text) =>
  wholeNumber(text, { from: 1, example }),
) as [number, number, number];
const GOALS = { share: "goal ≤ 1 %", memory: "goal ≤ 150 MB", start: "goal ≤ 2 s" };
/** What Linux counts processor time in, whatever the processor. */
const TICKS_A_SECOND = 100;

/**
 * Processor time a process has used, in seconds, and the memory it holds, in MB, without the program files it shares with
 * every other Node. Linux only.
 */
function usage(pid: number): { cpuSeconds: number; memoryMb: number; residentMb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024;
  return {
    cpuSeconds: (user + system) / TICKS_A_SECOND,
    memoryMb: megabytes("RssAnon"),
    residentMb: megabytes("VmRSS"),
  };
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

/** As in production, where React and the rest are the versions made for it. */
const PRODUCTION = {
  NODE_ENV: "production" as const,
  // As npm start: the first start fills it.
  ...COMPILED_CODE,
  SHOPIFY_APP_URL: "https://settled.example.com",
  SMTP_URL: "smtps://mail.example.com",
};
/** A page made on the server, for which nobody has to be signed in. */
const PAGE = "/exit/link";
const AT_ONCE = 8;

/** Starts the app as it is started, leaves it alone, looks at what it uses, and then asks for pages without end. */
async function measure(name: string, open: () => Promise<Places>, settings: Record<string, string>) {
  if (!name.includes(values.only)) return;
  const places = await open();
  const target = await places.next();
  await mkdir(target.dataDir, { recursive: true });
  const clockFile = path.join(target.dataDir, "clock.json");
  writeFileSync(clockFile, JSON.stringify({ offsetMs: 0 }));
  const port = await freePort();
  const env = {
    ...process.env,
    ...PRODUCTION,
    PORT: String(port),
    SHOPIFY_API_KEY: "bench-key",
    SHOPIFY_API_SECRET: randomBytes(16).toString("hex"),
    DATA_DIR: target.dataDir,
    DATABASE_URL: target.databaseUrl ?? "",
    SEAL_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    LINK_SECRET: randomBytes(32).toString("hex"),
    MAIL_FROM: "Settled <notices@example.com>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@example.com",
    ...settings,
    ...(settings.SANDBOX_ORIGIN && { CLOCK_FILE: clockFile }),
  };
  const args = ["--disable-warning=ExperimentalWarning", ...AS_STARTED, "server.ts"];
  const start = () =>
    endsWithUs(spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] }));
  const page = `http://localhost:${port}${settings.ROLE === "worker" ? "/readyz" : PAGE}`;
  // The first start makes the database; what is measured is every other.
  const first = start();
  await answering(first, page);
  await end(first);
  const begun = performance.now();
  const child = start();
  try {
    await answering(child, page);
    const startSeconds = (performance.now() - begun) / 1_000;
    // What a quiet machine would take, about: while it starts, a process mostly computes.
    const { cpuSeconds: startWork } = usage(child.pid ?? 0);
    await pause(settle);
    const before = usage(child.pid ?? 0);
    await pause(seconds);
    const after = usage(child.pid ?? 0);
    const share = ((after.cpuSeconds - before.cpuSeconds) / seconds) * 100;
    const worked = settings.ROLE === "worker" ? null : await keepBusy(child.pid ?? 0, page);
    note(`idle, ${name}`, {
      "% of a core": share,
      "MB of its own": after.memoryMb,
      "MB resident": after.residentMb,
      "seconds to the first page": startSeconds,
      "s of processor to the first page": startWork,
      ...(worked && { "MB of its own, busy": worked.memoryMb, "pages a second": worked.pages / busy }),
    });
    const whenBusy = worked
      ? `; ${worked.memoryMb.toFixed(0)} MB of its own at most while it makes ${(worked.pages / busy).toFixed(0)} pages a second`
      : "";
    console.log(
      `Idle, ${name}: first page after ${startSeconds.toFixed(2)} s (${GOALS.start}), ` +
        `${startWork.toFixed(2)} s of processor, ${share.toFixed(2)} % of a core ` +
        `(${GOALS.share}), ${after.memoryMb.toFixed(0)} MB of its own (${GOALS.memory}), ` +
        `${after.residentMb.toFixed(0)} MB with its program files${whenBusy}`,
    );
  } finally {
    await end(child);
    await places.clear();
  }
}

/** Has pages made, several at once; the most memory the process held meanwhile. */
async function keepBusy(pid: number, page: string): Promise<{ memoryMb: number; pages: number }> {
  const until = performance.now() + busy * 1_000;
  let [pages, memoryMb] = [0, 0];
  const ask = async () => {
    while (performance.now() < until) {
      const answer = await fetch(page);
      if (!answer.ok) throw new Error(`A page was answered ${answer.status}.`);
      await answer.text();
      pages += 1;
      memoryMb = Math.max(memoryMb, usage(pid).memoryMb);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { memoryMb, pages };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error("The app ended before it answered.");
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await pause(0.02);
  }
  throw new Error("The app did not start.");
}

const DEMO = {
  NODE_ENV: "development",
  SHOPIFY_APP_URL: "http://localhost:3001",
  SMTP_URL: "smtp://localhost:1",
  SANDBOX_ORIGIN: "http://localhost:1",
};
for (const ROLE of ["all", "web", "worker"])
  await measure(`on PostgreSQL, role ${ROLE}`, postgresPlaces, { ROLE });
await measure("on the embedded database", embeddedPlaces, {});
await measure("on the embedded database with the demo's clock", embeddedPlaces, DEMO);
