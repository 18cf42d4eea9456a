import "./one-sentence.ts";
import { rmSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { CHANNELS } from "#app/ports/help-desk.ts";
import { buildApp, generateClient, ROOT } from "./prepare.ts";
import { startStack } from "./stack.ts";

const { values } = parseArgs({
  options: {
    reset: { type: "boolean", default: false },
    port: { type: "string", default: "3000" },
    "app-port": { type: "string", default: "3001" },
    "smtp-port": { type: "string", default: "3025" },
    channel: { type: "string", default: "smtp" },
    data: { type: "string", default: path.join(ROOT, ".data", "demo") },
  },
});
const ports = {
  sandbox: Number(values.port),
  app: Number(values["app-port"]),
  smtp: Number(values["smtp-port"]),
};
const dataDir = path.resolve(values.data);
const channel = CHANNELS.find((each) => each === values.channel);
if (!channel) {
  console.error(`There is no channel "${values.channel}". Choose one of: ${CHANNELS.join(", ")}.`);
  process.exit(1);
}

await checkPorts();
if (values.reset) {
  rmSync(dataDir, { recursive: true, force: true });
  console.log("Started over: the demo's data is gone.");
}
console.log("[2/3] Building …");
generateClient();
buildApp();
console.log("[3/3] Starting the database, the app and the sandbox …");
const stack = await startStack({ dataDir, ports, channel });
console.log(`
Settled is ready.

  Store admin        ${stack.sandboxUrl}/            start here: open Settled under Apps
  impact.com sandbox ${stack.sandboxUrl}/impact      Account SID and token for "Connect" are shown there
  Mailbox            ${stack.sandboxUrl}/mailbox     what Settled sends to the merchant
  Help desk          ${stack.sandboxUrl}/help-desk   where closing requests arrive

The clock at the top starts on 12 May 2026; move it by a day, a week or to the next event.
Data: ${path.relative(process.cwd(), dataDir)} (start over with: npm run demo -- --reset). Ctrl-C stops everything.
`);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    console.log("Stopping …");
    await stack.stop();
    process.exit(0);
  });

/** Says which port is taken before anything is started, and how to choose another. */
async function checkPorts(): Promise<void> {
  const flags = { sandbox: "--port", app: "--app-port", smtp: "--smtp-port" } as const;
  for (const name of ["sandbox", "app", "smtp"] as const) {
    if (!(await isTaken(ports[name]))) continue;
    console.error(
      `Port ${ports[name]} is taken. Choose another one: npm run demo -- ${flags[name]} ${ports[name] + 100}`,
    );
    process.exit(1);
  }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "localhost" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
