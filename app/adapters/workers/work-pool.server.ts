import { createHash } from "node:crypto";
import { Piscina } from "piscina";
import type { Log, PdfWriter, ReadMailReport, Reckoner } from "#app/ports/index.ts";
import type * as tasks from "./tasks.server.ts";

/** Two at once, whoever asks: the rest of the machine is for the pages. Others wait in line. */
const THREADS = 2;
/** Milliseconds after which a thread with nothing to do ends, with its fonts. */
const IDLE_MS = 60_000;
/** Who comes when as many wait is refused: nobody would live to see the answer. */
const MOST_WAITING = 200;
/** Milliseconds after which a task is ended with its thread. */
const LONGEST_MS = 60_000;
/** PDFs kept, of some 50 kB each: one that is asked for again mostly is at once. */
const KEPT = 64;

type Tasks = typeof tasks;
type Name = keyof {
  [Each in keyof Tasks as Tasks[Each] extends (input: never) => unknown ? Each : never]: 0;
};

export type WorkPool = {
  pdf: PdfWriter;
  reckoner: Reckoner;
  readMailReport: ReadMailReport;
  close(): Promise<void>;
};

/** Does in threads of its own what would hold up every other request: pages, probes and mails go on meanwhile. */
export function createWorkPool(log?: Pick<Log, "error">): WorkPool {
  const pool = new Piscina({
    filename: new URL("./tasks.server.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    maxQueue: MOST_WAITING,
    // The threads need the files of the app and no secret, and nothing that the process was told to load first.
    env: {},
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  // A thread that ends between two tasks takes no task with it; without a listener it would end the process.
  pool.on("error", (err: unknown) => log?.error({ err }, "a thread ended"));
  const run = <Task extends Name>(
    name: Task,
    input: Parameters<Tasks[Task]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Task]>>> =>
    pool.run(input, { name, signal: AbortSignal.timeout(LONGEST_MS) });
  const kept = new Map<string, Promise<Uint8Array>>();
  const keep = (key: string, written: Promise<Uint8Array>) => {
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, written);
    written.catch(() => kept.delete(key));
    return written;
  };
  return {
    pdf: {
      async write(document) {
        const plain = { ...document, madeAt: document.madeAt.toString() };
        // The same document gives the same bytes, so it is written once.
        const key = createHash("sha256").update(JSON.stringify(plain)).digest("hex");
        return kept.get(key) ?? keep(key, run("writePdf", plain));
      },
    },
    reckoner: {
      explain: (account, { on, figure }) => run("explain", { account, on: on.toString(), figure }),
      closure: (account, on) => run("closure", { account, on: on.toString() }),
    },
    readMailReport: (raw) => run("readReport", raw),
    close: () => pool.close({ force: true }),
  };
}
