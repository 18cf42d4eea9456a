import { Worker } from "node:worker_threads";
import { Mutex, messages, PGlite, protocol } from "@electric-sql/pglite";
import type { FromEngine, ToEngine } from "./embedded-thread.server.ts";

type Message = Parameters<Parameters<protocol.Parser["parse"]>[1]>[0];
type Asking = Pick<PGlite, "query" | "exec" | "transaction"> & {
  /** What reads and writes the values of a type, by its number; every statement copies both tables. */
  parsers: Record<number, unknown>;
  serializers: Record<number, unknown>;
  _initArrayTypes(): Promise<void>;
};
/**
 * The library's own half that makes messages of statements and rows of answers; PGlite and its worker for browsers both
 * extend it. What it leaves open is how a message gets to the engine.
 */
const Asking = Object.getPrototypeOf(PGlite) as new () => Asking;

/** A thread that opens the cluster in `folder`. */
export const startThread = (folder: string): Worker =>
  new Worker(new URL("./embedded-thread.server.ts", import.meta.url), {
    workerData: folder,
    // It needs no secret, and nothing that the process was told to load first.
    env: {},
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });

const letter = (text: string) => text.charCodeAt(0);
const [PARSE, BIND, DESCRIBE, EXECUTE, QUERY, SYNC] = [..."PBDEQS"].map(letter);
const STATEMENT = letter("S");
/** After the kind of a message come four bytes of its length; what it is about follows. */
const HEAD = 5;
const END_OF_STATEMENT = protocol.serialize.sync();

/** Texts whose values' types are kept: a page asks some forty, and few differ from one request to the next. */
const MOST_TEXTS = 500;
/** What changes no type: all that the app itself sends as a script once its tables stand. */
const TRANSACTION = /^(BEGIN|COMMIT|ROLLBACK)\b/;

const textOf = (message: Uint8Array) => Buffer.from(message.subarray(HEAD)).toString("latin1");

/**
 * The embedded database's engine in a thread of its own: it computes without ever waiting, so that on the server's
 * thread one long statement would hold up every request. One message is under way at a time.
 */
export class EmbeddedEngine extends Asking {
  readonly debug = 0;
  readonly #statements = new Mutex();
  readonly #transactions = new Mutex();
  readonly #thread: Worker;
  /** Messages of the statement under way that go along with its next one. */
  readonly #held: Uint8Array[] = [];
  /** By a statement's text (with what stands around it in the message): PostgreSQL's word on the types of its values. */
  readonly #typesOf = new Map<string, Message[]>();
  /** The statement under way, by the same text. */
  #parsing = "";
  /** Whether the statement under way was ended together with its last message. */
  #isEnded = false;
  #settle: { resolve(answer: FromEngine): void; reject(error: Error): void } | null = null;
  /** Why nothing can be asked any more. */
  #ended: Error | null = null;

  private constructor(thread: Worker) {
    super();
    this.#thread = thread;
    thread.on("message", (answer: FromEngine) => this.#answered((waiting) => waiting.resolve(answer)));
    thread.on("error", (error) => this.#end(error));
    thread.on("exit", () => this.#end(new Error("The thread of the embedded database has ended.")));
  }

  /** Opens the cluster in `folder`, which the caller has locked. Throws what the engine says where it cannot. */
  static async open(folder: string, thread: Worker = startThread(folder)): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(thread);
    await engine.#next();
    await engine._initArrayTypes();
    await engine.#forgetListsOfRows();
    return engine;
  }

  /** No statement asks for an array of a table's rows, but they are two thirds of what each one would copy. */
  async #forgetListsOfRows(): Promise<void> {
    const { rows } = await this.query<{ oid: number }>(
      `SELECT array_of.oid FROM pg_type array_of JOIN pg_type of ON of.oid = array_of.typelem
        WHERE array_of.typcategory = 'A' AND of.typtype <> 'b'`,
    );
    const those = new Set(rows.map(({ oid }) => String(oid)));
    const without = (table: Record<number, unknown>) =>
      Object.fromEntries(Object.entries(table).filter(([oid]) => !those.has(oid)));
    this.parsers = without(this.parsers);
    this.serializers = without(this.serializers);
  }

  /** Once everything that was asked before has its answer. */
  async close(): Promise<void> {
    await this.#transactions.runExclusive(() => this.#statements.runExclusive(() => this.#ask("close")));
    this.#ended ??= new Error("The embedded database is closed.");
    await this.#thread.terminate();
  }

  /**
   * The library sends a statement as six messages: read it, say which types its values have, take the values, say what the
   * rows will be, run, end. What PostgreSQL does with most of these is said in the answer to a later one too, and the types are
   * the same each time: so a statement crosses to the thread once, and twice where it is new.
   */
  async execProtocolStream(message: Uint8Array): Promise<Message[]> {
    const [kind] = message;
    if (kind === SYNC && this.#isEnded) {
      this.#isEnded = false;
      return [];
    }
    if (kind === QUERY && !TRANSACTION.test(textOf(message))) this.#typesOf.clear();
    if (kind === PARSE) this.#parsing = textOf(message);
    const isOfTypes = kind === DESCRIBE && message[HEAD] === STATEMENT;
    const known = isOfTypes ? this.#typesOf.get(this.#parsing) : undefined;
    if (known) return known;
    this.#held.push(message);
    if (kind === PARSE || kind === BIND || (kind === DESCRIBE && !isOfTypes)) return [];
    if (kind === EXECUTE) this.#held.push(END_OF_STATEMENT);
    // A simple query ends itself, and so does a statement that failed while it ran.
    this.#isEnded = kind === EXECUTE || kind === QUERY;
    const answer = await this.#asked();
    if (isOfTypes) {
      if (this.#typesOf.size >= MOST_TEXTS) this.#typesOf.clear();
      this.#typesOf.set(this.#parsing, answer);
    }
    return answer;
  }

  /** Sends what was held back, and reads the answer. */
  async #asked(): Promise<Message[]> {
    const answer = await this.#ask(Buffer.concat(this.#held.splice(0)));
    if (!(answer instanceof Uint8Array)) throw new Error("The embedded database gave no answer.");
    const parsed: Message[] = [];
    new protocol.Parser().parse(answer, (each) => parsed.push(each));
    const fault = parsed.find((each) => each instanceof messages.DatabaseError);
    if (fault) throw fault;
    return parsed;
  }

  #ask(message: ToEngine): Promise<FromEngine> {
    if (this.#ended) return Promise.reject(this.#ended);
    const answer = this.#next();
    this.#thread.postMessage(message);
    return answer;
  }

  /** While an answer is due the process does not end by itself; otherwise the thread keeps it from nothing. */
  async #next(): Promise<FromEngine> {
    this.#thread.ref();
    const answer = await new Promise<FromEngine>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    if (typeof answer === "object" && "fault" in answer) throw new Error(answer.fault);
    return answer;
  }

  #answered(settle: (waiting: { resolve(answer: FromEngine): void; reject(error: Error): void }) => void) {
    const waiting = this.#settle;
    this.#settle = null;
    this.#thread.unref();
    if (waiting) settle(waiting);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#answered((waiting) => waiting.reject(error));
  }

  async _checkReady(): Promise<void> {
    if (this.#ended) throw this.#ended;
  }
  _runExclusiveQuery<T>(run: () => Promise<T>): Promise<T> {
    return this.#statements.runExclusive(run);
  }
  _runExclusiveTransaction<T>(run: () => Promise<T>): Promise<T> {
    return this.#transactions.runExclusive(run);
  }
  /** The engine writes to the disk before it answers, and no file goes with a statement. */
  async syncToFs(): Promise<void> {}
  async _handleBlob(): Promise<void> {}
  async _cleanupBlob(): Promise<void> {}
  async _getWrittenBlob(): Promise<undefined> {}
}
