import "./one-sentence.ts";
import { connect } from "node:net";
import path from "node:path";
import { emptyDemoFolder, takeDemoFolder } from "./demo-folder.ts";
import { type DemoOptions, PORT_FLAGS, readDemoOptions } from "./demo-options.ts";
import { buildApp, ROOT } from "./prepare.ts";
import { startStack } from "./stack.ts";

const options = readDemoOptions(process.argv.slice(2), ROOT);
if (typeof options === "string") fail(options);
const { dataDir, ports, channel } = options;

await checkPorts(options);
const elsewhere = options.command({ data: `${path.relative(process.cwd(), dataDir)}-2` });
const held = await takeDemoFolder(dataDir, `Stop that process, or take another folder: ${elsewhere}`);
if (held !== null) fail(held);
if (options.reset) {
  emptyDemoFolder(dataDir);
  console.log("Started over: the demo's data is gone.");
}
console.log("[2/3] Building …");
buildApp();
console.log("[3/3] Starting the database, the app and the sandbox …");
// What the demo and its two processes write is readable by this user only.
process.umask(0o077);
const stack = await startStack({ dataDir, ports, channel });
console.log(`
Settled is ready.

  Store admin        ${stack.sandboxUrl}/            start here: open Settled under Apps
  impact.com sandbox ${stack.sandboxUrl}/impact      Account SID and token for "Connect" are shown there
  Mailbox            ${stack.sandboxUrl}/mailbox     what Settled sends to the merchant
  Help desk          ${stack.sandboxUrl}/help-desk   where closing requests arrive

The clock at the top starts on 12 May 2026; move it by a day, a week or to the next event.
Data: ${path.relative(process.cwd(), dataDir)} (start over with: ${options.command({ reset: true })}). Ctrl-C stops everything.
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

/** Says which ports are taken before anything is started, and the one command that chooses others. */
async function checkPorts({ ports, command }: DemoOptions): Promise<void> {
  const parts = ["sandbox", "app", "smtp"] as const;
  const taken = await Promise.all(parts.map(async (part) => ((await isTaken(ports[part])) ? [part] : [])));
  const flags = taken.flat().map((part) => [PORT_FLAGS[part], String(ports[part] + 100)]);
  if (flags.length === 0) return;
  const numbers = taken.flat().map((part) => ports[part]);
  fail(
    `${numbers.length === 1 ? "This port is" : "These ports are"} taken: ${numbers.join(", ")}. Choose others: ${command(Object.fromEntries(flags))}`,
  );
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

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
