import "#scripts/one-sentence.ts";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { AS_STARTED } from "#scripts/as-started.ts";
import { wholeNumber } from "#scripts/bad-input.ts";
import { postgresPlaces } from "#test/harness/sync/places.ts";
import { endsWithUs } from "./ends-with-us.ts";
import { note } from "./history.ts";
import { type Measured, sendWebhooks } from "./webhooks/load.ts";
import { TEMPLATE_PATH } from "./webhooks/template-route.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "20" },
  },
});
const [times, seconds, connections] = [values.rounds, values.seconds, values.connections].map((text) =>
  wholeNumber(text, {
    from: 1,
    example: "node bench/webhooks.bench.ts --rounds 5 --seconds 4 --connections 20",
  }),
) as [number, number, number];
const GOALS = { throughput: "goal ≥ 1.5", p99: "goal ≤ 1.0" };
const SECRET = "bench-webhooks-secret-0123456789";

const places = await postgresPlaces();

/** The app on a database of its own. */
async function serve(role: "web" | "worker") {
  const { databaseUrl = "", dataDir } = await places.next();
  const env = {
    ...process.env,
    NODE_ENV: "test" as const,
    LOG_LEVEL: "info",
    SHOPIFY_API_KEY: "bench-key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: "http://localhost:3001",
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    LINK_SECRET: "bench-webhooks-link-secret-of-32-characters",
    SMTP_URL: "smtp://localhost:1",
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@impact.test",
  };
  const args = ["--disable-warning=ExperimentalWarning", ...AS_STARTED, "bench/webhooks/serve.ts", role];
  const child = endsWithUs(spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] }));
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    // Everything else it prints are log lines, which are written as in real use and not looked at.
    lines.on("line", (line) => {
      const said: { port?: number; level?: number } = JSON.parse(line);
      if (said.port !== undefined && said.level === undefined) resolve(said.port);
    });
    child.once("exit", () => reject(new Error("The app ended.")));
  });
  const stop = () =>
    new Promise<void>((ended) => {
      child.once("exit", () => ended());
      child.kill("SIGTERM");
    });
  return { port, stop };
}

const middle = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** In turns, so that whatever else the machine does meets both; the middle of the rounds' ratios is what counts. */
async function compare(name: string, role: "web" | "worker"): Promise<void> {
  const app = await serve(role);
  const send = (path: string, seconds: number): Promise<Measured> =>
    sendWebhooks({ port: app.port, path, secret: SECRET, connections, seconds });
  const paths = [TEMPLATE_PATH, "/webhooks/shopify"] as const;
  for (const path of paths) await send(path, 2);
  const rounds: { template: Measured; own: Measured }[] = [];
  for (let round = 0; round < times; round += 1)
    rounds.push({
      template: await send(paths[0], seconds),
      own: await send(paths[1], seconds),
    });
  await app.stop();
  const all = (which: "template" | "own", what: keyof Measured) =>
    middle(rounds.map((round) => round[which][what]));
  const ratio = (what: keyof Measured) =>
    middle(rounds.map(({ own, template }) => own[what] / template[what]));
  note(`webhooks, ${name}`, {
    "own a second": all("own", "perSecond"),
    "template a second": all("template", "perSecond"),
    "throughput ×": ratio("perSecond"),
    "p99 ×": ratio("p99Ms"),
  });
  console.log(
    `Webhooks, ${name}: ${all("own", "perSecond").toFixed(0)} a second, p99 ${all("own", "p99Ms").toFixed(0)} ms; ` +
      `Shopify's template ${all("template", "perSecond").toFixed(0)} a second, p99 ${all("template", "p99Ms").toFixed(0)} ms; ` +
      `throughput ${ratio("perSecond").toFixed(2)} × (${GOALS.throughput}), p99 ${ratio("p99Ms").toFixed(2)} × (${GOALS.p99})`,
  );
}

await compare("no worker in the process", "web");
await compare("its worker in the same process", "worker");
await places.clear();
