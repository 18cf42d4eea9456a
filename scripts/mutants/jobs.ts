/** What the runner asks of the worker that stays loaded, and what it hears back; both are threads of one process. */
export const CHANNEL = "settled-mutants";

/** `mutant` is null for a run of the code as it is. */
export type Job =
  | { kind: "run"; mutant: string | null; hitLimit: number | undefined; specs: Spec[] }
  | { kind: "stop" };

export interface Spec {
  filepath: string;
  testNamePattern: RegExp;
}

export interface Answer {
  failed: { file: string; name: string; message: string } | null;
  hits: number;
  tests: number;
}
