import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { POSTGRESQL_CONF } from "./postgresql-conf.server.ts";

/** What the thread answers: it has opened the folder, what the engine said to a message, or why it could do neither. */
export type FromEngine = "open" | "closed" | Uint8Array<ArrayBuffer> | { fault: string };
/** One message of PostgreSQL's protocol, or the end. */
export type ToEngine = Uint8Array | "close";

const port = parentPort;
if (!port) throw new Error("This is a thread of embedded-engine.server.ts and no program.");
const say = (answer: FromEngine) =>
  port.postMessage(answer, answer instanceof Uint8Array ? [answer.buffer] : []);
/** The engine throws things that are no errors too. */
const faultOf = (error: unknown): FromEngine => ({
  fault: error instanceof Error ? error.message : String(error),
});

try {
  const engine = await PGlite.create(String(workerData), { postgresqlconf: POSTGRESQL_CONF });
  port.on("message", async (message: ToEngine) => {
    try {
      if (message === "close") {
        await engine.close();
        say("closed");
      } else say(new Uint8Array(await engine.execProtocolRaw(message)));
    } catch (error) {
      say(faultOf(error));
    }
  });
  say("open");
} catch (error) {
  say(faultOf(error));
}
