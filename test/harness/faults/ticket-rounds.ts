import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ChannelKind } from "#app/ports/help-desk.ts";
import { readDeclaredApp } from "#sandbox/admin/declared-app.ts";
import { startSandbox } from "#sandbox/start.ts";
import { ROOT } from "#scripts/prepare.ts";
import { stackEnv } from "#scripts/stack.ts";
import { type ChildReport, STEPS, type Step, seeded } from "./steps.ts";

/** One without a memory of keys, one with. */
export type FaultChannel = Extract<ChannelKind, "smtp" | "freshdesk">;
export type RoundResult = { seed: number; channel: FaultChannel; deaths: Step[]; problems: string[] };

/** Longer than any attempt counts as under way: each restart comes after that. */
const RESTART_LATER_MS = 300_000;
/** A busy machine may be slow; only what hangs is a fault. */
const CHILD_TIMEOUT_MS = 180_000;
const IN_CALL_MS = 40;
const ANY_TIME_MS = 1_500;

type Prepare = (dataDir: string) => Promise<void>;

/** One database and one help desk for all rounds of a channel; each round is a shop of its own. */
export async function startRounds(channel: FaultChannel, prepare?: Prepare) {
  const dataDir = mkdtempSync(path.join(tmpdir(), "settled-faults-"));
  await prepare?.(dataDir);
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    dataDir,
    appUrl: "http://127.0.0.1:9",
    app: readDeclaredApp(),
    apiKey: "settled-sandbox",
    apiSecret: "sandbox-faults-secret",
    helpDeskAddress: "help-desk@sandbox.example",
    helpDeskApiKey: "sandbox-help-desk-key",
    partnerToken: "sandbox-partner-token",
    webhookRetryMs: 1_000,
  });
  const ports = { sandbox: Number(new URL(sandbox.url).port), app: 9, smtp: sandbox.smtpPort };
  const clockFile = path.join(dataDir, "faults-clock.json");
  const env = { ...stackEnv({ dataDir, ports, channel }), CLOCK_FILE: clockFile, LOG_LEVEL: "silent" };
  let offsetMs = 0;
  const moveOn = () => {
    offsetMs += RESTART_LATER_MS;
    writeFileSync(clockFile, JSON.stringify({ offsetMs }));
  };
  const ticketsWith = async (text: string): Promise<number> => {
    const list: { subject: string; replyTo: { address: string } }[] = await (
      await fetch(`${sandbox.url}/help-desk/tickets.json`)
    ).json();
    return list.filter(({ replyTo }) => replyTo.address === text).length;
  };

  /** Kills the app once or twice on its way, then lets it finish, and looks at what impact.com got. */
  async function round(seed: number): Promise<RoundResult> {
    const random = seeded(seed);
    const shop = `faults-${seed}.myshopify.com`;
    const wanted = [stepAt(seed), ...(random() < 0.5 ? [stepAt(Math.floor(random() * STEPS.length))] : [])];
    const deaths: Step[] = [];
    const problems: string[] = [];
    for (const step of [...wanted, null]) {
      moveOn();
      const before = await ticketsWith(`owner@${shop}`);
      const delayMs = Math.floor(random() * (step === "any-time" ? ANY_TIME_MS : IN_CALL_MS));
      const end = await runChild({
        ...env,
        FAULT_SHOP: shop,
        FAULT_STEP: step ?? "",
        FAULT_DELAY_MS: String(delayMs),
      });
      if (end.outcome === "killed" && step) deaths.push(step);
      else if (end.outcome === "failed") problems.push(end.output);
      else if (end.outcome === "done") problems.push(...judge(end.report, before));
      if (end.outcome === "done") break;
    }
    const count = await ticketsWith(`owner@${shop}`);
    if (count !== 1) problems.push(`${count} tickets`);
    return { seed, channel, deaths, problems };
  }

  return {
    round,
    stop: async () => {
      await sandbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const stepAt = (index: number): Step => STEPS[index % STEPS.length] ?? "any-time";

/** The page must have told the truth before, and tell it now. */
function judge(report: ChildReport, ticketsBefore: number): string[] {
  const problems: string[] = [];
  if (report.statusBefore === "sent" && ticketsBefore === 0) problems.push("said sent without a ticket");
  if (report.status !== "sent") problems.push(`stands at ${report.status}`);
  const history = report.triggers.join(" ");
  if (history !== "handed-over channel-accepted") problems.push(`history: ${history}`);
  return problems;
}

type ChildEnd =
  | { outcome: "killed" }
  | { outcome: "done"; report: ChildReport }
  | { outcome: "failed"; output: string };

function runChild(env: NodeJS.ProcessEnv): Promise<ChildEnd> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "test/harness/faults/ticket-child.ts"],
    {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, CHILD_TIMEOUT_MS);
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve({ outcome: "done", report: JSON.parse(out.trim().split("\n").at(-1) ?? "") });
      else if (signal === "SIGKILL" && !late) resolve({ outcome: "killed" });
      else resolve({ outcome: "failed", output: late ? "did not finish in time" : err.slice(-500) });
    });
  });
}
