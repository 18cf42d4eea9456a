/** What the log keeps of a fault: kind, words, place and cause, and nothing that libraries hang on to their errors. */
export type FaultFacts = {
  type: string;
  message: string;
  stack: string;
  code?: string;
  status?: number;
  cause?: FaultFacts;
};

const DEEPEST = 5;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const CODE = /^[A-Z0-9_-]{1,60}$/i;

/**
 * A fault for log and queue. The words of a database fault are left out: they and what hangs on it repeat the values of
 * the statement. Its code says what happened, its stack where.
 */
export function faultFacts(fault: unknown, depth = 0): FaultFacts {
  if (!(fault instanceof Error)) return { type: typeof fault, message: plainWords(fault), stack: "" };
  const code = codeOf(fault);
  const status = "status" in fault && typeof fault.status === "number" ? fault.status : null;
  const hidden = isDatabaseFault(fault);
  const cause = fault.cause === undefined || depth >= DEEPEST ? null : faultFacts(fault.cause, depth + 1);
  return {
    type: fault.constructor.name === "Object" ? fault.name : fault.constructor.name,
    message: hidden ? "The database refused a statement; its words are not kept." : fault.message,
    stack: hidden ? framesOf(fault) : (fault.stack ?? ""),
    ...(code !== null && { code }),
    ...(status !== null && { status }),
    ...(cause && { cause }),
  };
}

/** Prisma's faults, those of the two drivers below it, and whatever quotes one of them. */
export function isDatabaseFault(fault: Error): boolean {
  if (/^Prisma|^DriverAdapterError$|^DatabaseError$/.test(fault.name)) return true;
  if (/^Prisma|^DatabaseError$/.test(fault.constructor.name)) return true;
  const code = codeOf(fault);
  if (code !== null && SQLSTATE.test(code) && ("severity" in fault || "routine" in fault)) return true;
  return fault.cause instanceof Error && isDatabaseFault(fault.cause);
}

function codeOf(fault: Error): string | null {
  return "code" in fault && typeof fault.code === "string" && CODE.test(fault.code) ? fault.code : null;
}

/** Where it happened, without the words in front. */
const framesOf = ({ stack }: Error): string =>
  (stack ?? "")
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .join("\n");

/** Something thrown that is no error, such as an answer: what it is, not what it holds. */
const plainWords = (fault: unknown): string =>
  typeof fault === "string" ? fault : Object.prototype.toString.call(fault);
