import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { onTestFinished, vi } from "vitest";
import { freePort } from "#scripts/free-port.ts";

/** Debian keeps it out of the path of whoever is not root. */
const PROGRAM = ["pgbouncer", "/usr/sbin/pgbouncer"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
export const hasPooler = PROGRAM !== undefined;

/** A pgbouncer in transaction mode in front of this PostgreSQL; its address. Four connections for everybody. */
export async function startPooler(databaseUrl: string): Promise<string> {
  const { hostname, port: serverPort, pathname } = new URL(databaseUrl);
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "settled-pooler-"));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, "users.txt"), '"postgres" "postgres"\n');
  const settings = path.join(folder, "pgbouncer.ini");
  writeFileSync(
    settings,
    `[databases]
${pathname.slice(1)} = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${path.join(folder, "users.txt")}
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
`,
  );
  const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const child = spawn(PROGRAM ?? "", ["-q", ...asNobody, settings], { stdio: "ignore" });
  onTestFinished(() => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}${pathname}`;
  await vi.waitFor(
    async () => {
      const client = new pg.Client(url);
      await client.connect();
      await client.end();
    },
    { timeout: 20_000, interval: 100 },
  );
  return url;
}
