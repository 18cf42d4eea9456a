import "#scripts/one-sentence.ts";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { freePort } from "#scripts/free-port.ts";
import { embeddedPlaces, type Places, postgresPlaces } from "#test/harness/sync/places.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, settle: { type: "string", default: "20" } },
});
const [seconds, settle] = [values.seconds, values.settle].map((text) =>
  wholeNumber(text, { from: 1, example: "node bench/idle.bench.ts --seconds 60 --settle 20" }),
) as [number, number];
const GOALS = { share: "goal ≤ 1 %", memory: "goal ≤ 150 MB" };
const AS_STARTED = ["--max-semi-space-size=8", "--heap-growing-percent=30"];
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

/** Starts the app as it is started, leaves it alone, and looks at what it uses. */
async function measure(name: string, open: () => Promise<Places>, settings: Record<string, string>) {
  const places = await open();
  const target = await places.next();
  await mkdir(target.dataDir, { recursive: true });
  const clockFile = path.join(target.dataDir, "clock.json");
  writeFileSync(clockFile, JSON.stringify({ offsetMs: 0 }));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "development" as const,
    PORT: String(port),
    SHOPIFY_API_KEY: "bench-key",
    SHOPIFY_API_SECRET: "bench-idle-secret-0123456789",
    SHOPIFY_APP_URL: `http://localhost:${port}`,
    DATA_DIR: target.dataDir,
    DATABASE_URL: target.databaseUrl ?? "",
    SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    LINK_SECRET: "bench-idle-link-secret-of-32-characters",
    SMTP_URL: "smtp://localhost:1",
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@impact.test",
    ...settings,
    ...(settings.SANDBOX_ORIGIN && { CLOCK_FILE: clockFile }),
  };
  const args = ["--disable-warning=ExperimentalWarning", ...AS_STARTED, "server.ts"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const pid = child.pid ?? 0;
  try {
    await answering(`http://localhost:${port}/readyz`);
    await pause(settle);
    const before = usage(pid);
    await pause(seconds);
    const after = usage(pid);
    const share = ((after.cpuSeconds - before.cpuSeconds) / seconds) * 100;
    console.log(
      `Idle, ${name}: ${share.toFixed(2)} % of a core (${GOALS.share}), ${after.memoryMb.toFixed(0)} MB of its own (${GOALS.memory}), ${after.residentMb.toFixed(0)} MB with its program files`,
    );
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await places.clear();
  }
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await pause(0.1);
  }
  throw new Error("The app did not start.");
}

const DEMO = { SANDBOX_ORIGIN: "http://localhost:1" };
for (const ROLE of ["all", "web", "worker"])
  await measure(`on PostgreSQL, role ${ROLE}`, postgresPlaces, { ROLE });
await measure("on the embedded database", embeddedPlaces, {});
await measure("on the embedded database with the demo's clock", embeddedPlaces, DEMO);
