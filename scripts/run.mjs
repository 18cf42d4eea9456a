// Runs on any Node from 20 on, with nothing installed yet: brings the dependencies (and with them Node 24), then
// hands over to the script of the given name on that Node.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stampFile = path.join(root, "node_modules", ".settled-install");
const [name, ...args] = process.argv.slice(2);

function run(command, commandArgs, env = process.env) {
  const { status, error } = spawnSync(command, commandArgs, { cwd: root, stdio: "inherit", env });
  if (error) throw error;
  return status ?? 1;
}

function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.log("[1/3] Installing dependencies (about a minute, once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Not `npm ci`: it refuses the whole lockfile when a registry mirror lacks one of the optional binaries of other
  // platforms. This takes the same locked versions with the same integrity checks and writes nothing back.
  const status = run(npm, ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) process.exit(status);
  writeFileSync(stampFile, wanted);
}

/** The typed database client; most scripts cannot even be loaded without it. */
function makeClient() {
  const made = (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made("app/adapters/db/generated/client.ts") > made("prisma/schema.prisma")) return;
  const { status, stderr } = spawnSync(
    node,
    [path.join(root, "node_modules/prisma/build/index.js"), "generate"],
    {
      cwd: root,
      env,
      encoding: "utf8",
    },
  );
  if (status === 0) return;
  console.error(stderr);
  process.exit(1);
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`Settled needs Node 20 or newer to start from; this is ${process.version}.`);
  process.exit(1);
}
install();
const bin = path.join(root, "node_modules", ".bin");
const node = path.join(bin, process.platform === "win32" ? "node.cmd" : "node");
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
makeClient();
// A name is that of a script; whatever else lies in the house is given by its path.
const program = name.endsWith(".ts") ? name : `scripts/${name}.ts`;
process.exit(run(node, ["--disable-warning=ExperimentalWarning", path.join(root, program), ...args], env));
