import { createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { ConfigError } from "#app/config.server.ts";
import { freePort } from "#scripts/free-port.ts";
import { MIGRATIONS } from "./databases.ts";
import { startPostgres } from "./real-postgres.ts";

/** What a person reads when this address is set; the empty text when the database opens. */
async function shown(databaseUrl: string): Promise<string> {
  try {
    const opened = await openDatabase({
      dataDir: "unused",
      databaseUrl,
      migrationsDir: MIGRATIONS,
      holder: "a test",
    });
    await opened.close();
    return "";
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message.trim().split("\n")).toHaveLength(1);
    return error.message;
  }
}

describe("a start on a PostgreSQL that cannot be used says in one sentence", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let admin: pg.Client;
  const as = (role: string, password: string, database = "settled") => {
    const url = new URL(server.url);
    return Object.assign(url, { username: role, password, pathname: `/${database}` }).href;
  };
  beforeAll(async () => {
    server = await startPostgres();
    admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    await admin.query(`CREATE ROLE app LOGIN PASSWORD 'app'`);
  });
  afterAll(async () => {
    await admin.end();
    await server.stop();
  });

  it("that the password is wrong, without repeating it", async () => {
    const sentence = await shown(as("app", "guessed-password"));
    expect(sentence).toContain('DATABASE_URL has a wrong password for the role "app"; correct it');
    expect(sentence).not.toContain("guessed-password");
  });

  it("that the database does not exist", async () => {
    expect(await shown(as("app", "app", "elsewhere"))).toContain(
      'DATABASE_URL names the database "elsewhere", which does not exist; create it: CREATE DATABASE "elsewhere" OWNER "app"',
    );
  });

  it("which right is missing, one after another, until the documented ones are there", async () => {
    const url = as("app", "app");
    expect(await shown(url)).toContain(
      'names the role "app", which may make no tables; run as its owner: GRANT USAGE, CREATE ON SCHEMA public TO "app"',
    );
    await admin.query("GRANT USAGE, CREATE ON SCHEMA public TO app");
    expect(await shown(url)).toContain(
      'which may not make the queue\'s schema; run as its owner: GRANT CREATE ON DATABASE "settled" TO "app"',
    );
    await admin.query("GRANT CREATE ON DATABASE settled TO app");
    await admin.query("CREATE SCHEMA app AUTHORIZATION app");
    expect(await shown(url)).toContain(
      'leads to the schema "app" instead of public; run: ALTER ROLE "app" IN DATABASE "settled" SET search_path = public',
    );
    await admin.query("ALTER ROLE app IN DATABASE settled SET search_path = public");
    expect(await shown(url)).toBe("");
  });

  it("that the tables are another role's", async () => {
    await admin.query("CREATE ROLE other LOGIN PASSWORD 'other'");
    await admin.query("GRANT ALL ON SCHEMA public TO other");
    await admin.query("GRANT ALL ON DATABASE settled TO other");
    expect(await shown(as("other", "other"))).toContain('names the role "other", which lacks a right (');
  });

  it("that it takes no writing", async () => {
    await admin.query("ALTER ROLE other SET default_transaction_read_only = on");
    expect(await shown(as("other", "other"))).toContain("takes no writing; name the primary, not a stand-by");
  });

  it("that the server offers no TLS", async () => {
    expect(await shown(`${server.url}?sslmode=verify-full`)).toContain(
      "asks for TLS, which the server does not offer; switch it on there",
    );
  });

  it("that the file of the authority's certificate is not there", async () => {
    expect(await shown(`${server.url}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`)).toContain(
      "names the file /nowhere/ca.pem, which cannot be read (ENOENT); correct the path",
    );
  });
});

describe("a start without a PostgreSQL says in one sentence", () => {
  it("that nothing listens at the port", async () => {
    const port = await freePort();
    expect(await shown(`postgresql://u:p@127.0.0.1:${port}/settled`)).toBe(
      `Settled cannot start: DATABASE_URL names 127.0.0.1:${port}, where nothing listens; start PostgreSQL there, or correct host and port.`,
    );
  });

  it("that the host does not exist", async () => {
    expect(await shown("postgresql://u:p@db.invalid/settled")).toContain(
      'names the host "db.invalid", which',
    );
  });

  it("that whoever listens there is no PostgreSQL", async () => {
    const stranger = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void stranger.close());
    const address = stranger.address();
    const port = address && typeof address === "object" ? address.port : 0;
    expect(await shown(`postgresql://u:p@127.0.0.1:${port}/settled`)).toMatch(
      /^Settled cannot start: DATABASE_URL /,
    );
  });
});
