import { createServer, type Socket } from "node:net";
import pg from "pg";

/** Codes of the first message of a connection, which has no type. */
const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;
/** What a client may ask for; like pgbouncer it refuses the rest, which would belong to one connection only. */
const KNOWN = new Set(["user", "database", "client_encoding", "application_name", "DateStyle", "TimeZone"]);
/** Query, Sync and FunctionCall: each is answered with one ReadyForQuery. */
const ANSWERED = new Set(["Q", "S", "F"]);

type Server = { client: pg.Client; stream: Socket };
type Pooler = { url: string; stop(): Promise<void> };

/**
 * A stand-in for pgbouncer in transaction mode in front of this PostgreSQL: each transaction of a client gets whichever
 * of a few connections is free, so that nothing that belongs to a session (LISTEN, advisory locks, temporary tables)
 * outlives it. `npm run faults:fleet` does the same with the real one.
 */
export async function startTransactionPooler(databaseUrl: string, connections = 4): Promise<Pooler> {
  const idle = await Promise.all(Array.from({ length: connections }, () => connect(databaseUrl)));
  const all = [...idle];
  const waiting: ((server: Server) => void)[] = [];
  const free = (server: Server) => {
    const next = waiting.shift();
    if (next) next(server);
    else idle.push(server);
  };
  const take = () =>
    new Promise<Server>((resolve) => {
      const server = idle.pop();
      if (server) resolve(server);
      else waiting.push(resolve);
    });
  const replace = async (lost: Server) => {
    all.splice(all.indexOf(lost), 1);
    lost.stream.destroy();
    const server = await connect(databaseUrl);
    all.push(server);
    free(server);
  };
  const clients = new Set<Socket>();
  const pooler = createServer((socket) => {
    clients.add(socket);
    socket.on("close", () => clients.delete(socket));
    socket.on("error", () => socket.destroy());
    serve(socket, { take, free, replace });
  });
  await new Promise<void>((resolve) => pooler.listen(0, "127.0.0.1", resolve));
  const address = pooler.address();
  const { pathname } = new URL(databaseUrl);
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${typeof address === "object" ? address?.port : ""}${pathname}`,
    stop: async () => {
      for (const socket of clients) socket.destroy();
      await new Promise((resolve) => pooler.close(resolve));
      for (const { stream } of all) stream.end(message("X", Buffer.alloc(0)));
    },
  };
}

type Pool = { take(): Promise<Server>; free(server: Server): void; replace(server: Server): Promise<void> };

/** One client: its messages go to the server that its transaction has, and the answers back. */
function serve(socket: Socket, pool: Pool): void {
  let started = false;
  let bytes = Buffer.alloc(0);
  let server: Promise<Server> | null = null;
  let toAnswer = 0;
  const answer = readMessages((type, whole) => {
    socket.write(whole);
    if (type !== "Z") return;
    toAnswer -= 1;
    if (toAnswer === 0 && whole.toString("latin1", 5, 6) === "I") void release();
  });
  const release = async () => {
    const held = await server;
    server = null;
    if (!held) return;
    held.stream.removeListener("data", answer);
    pool.free(held);
  };
  const pass = (type: string, whole: Buffer) => {
    if (type === "X") return socket.end();
    if (ANSWERED.has(type)) toAnswer += 1;
    server ??= pool.take().then((taken) => {
      taken.stream.on("data", answer);
      return taken;
    });
    void server.then(({ stream }) => stream.write(whole));
  };
  const read = readMessages(pass);
  socket.on("data", (chunk: Buffer) => {
    if (started) return read(chunk);
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length < 8 || bytes.length < bytes.readInt32BE(0)) return;
    const [first, rest] = [bytes.subarray(0, bytes.readInt32BE(0)), bytes.subarray(bytes.readInt32BE(0))];
    bytes = rest;
    const code = first.readInt32BE(4);
    if (code === CANCEL_REQUEST) return socket.destroy();
    if (code === SSL_REQUEST) return void socket.write("N");
    const unknown = namesIn(first).find((name) => !KNOWN.has(name));
    if (unknown) return void socket.end(refusal(`unsupported startup parameter: ${unknown}`));
    started = true;
    socket.write(
      Buffer.concat([message("R", int(0)), message("K", Buffer.alloc(8)), message("Z", Buffer.from("I"))]),
    );
    if (rest.length > 0) read(rest);
  });
  socket.on("close", async () => {
    // Who goes in the middle of a transaction leaves a connection nobody else can use.
    const held = await server;
    held?.stream.removeListener("data", answer);
    if (held) await pool.replace(held);
  });
}

/** A connection that is logged in by the driver and then read and written as it is. */
async function connect(databaseUrl: string): Promise<Server> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "pooler" });
  await client.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  for (const event of ["data", "end", "close", "error"]) stream.removeAllListeners(event);
  stream.on("error", () => stream.destroy());
  return { client, stream };
}

/** Cuts a stream into messages: a type, a length that counts itself, and what it says. */
function readMessages(take: (type: string, whole: Buffer) => void): (chunk: Buffer) => void {
  let bytes = Buffer.alloc(0);
  return (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    while (bytes.length >= 5 && bytes.length > bytes.readInt32BE(1)) {
      const end = 1 + bytes.readInt32BE(1);
      const whole = bytes.subarray(0, end);
      bytes = bytes.subarray(end);
      take(whole.toString("latin1", 0, 1), whole);
    }
  };
}

const int = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
};
const message = (type: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type), int(body.length + 4), body]);
const refusal = (text: string): Buffer => message("E", Buffer.from(`SFATAL\0C08P01\0M${text}\0\0`));
const namesIn = (first: Buffer): string[] =>
  first
    .toString("utf8", 8)
    .split("\0")
    .filter((_, index) => index % 2 === 0)
    .filter((name) => name !== "");
