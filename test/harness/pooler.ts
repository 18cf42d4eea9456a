import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "#scripts/free-port.ts";
import { PATIENCE_MS } from "#test/patience.ts";

/** Debian keeps it out of the path of whoever is not root. */
const PROGRAM = ["pgbouncer", "/usr/sbin/pgbouncer"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
export type Pooler = { url: string; stop(): void };

export const hasPooler = PROGRAM !== undefined;

/** A pgbouncer in transaction mode in front of this PostgreSQL, with a few connections for everybody. */
export async function startPooler(databaseUrl: string, connections = 4): Promise<Pooler> {
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
default_pool_size = ${connections}
max_client_conn = 200
server_login_retry = 1
`,
  );
  const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const child = spawn(PROGRAM ?? "", ["-q", ...asNobody, settings], { stdio: "ignore" });
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}${pathname}`;
  await answering(url);
  return {
    url,
    stop: () => {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
