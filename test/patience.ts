/**
 * How long a page, a mail, a job or a server may take to appear, in every test alike: long enough for a machine with ten times the
 * work it has cores for. A condition that holds sooner is not waited for.
 */
export const PATIENCE_MS = 180_000;

/** For `vi.waitFor`. */
export const UNTIL = { timeout: PATIENCE_MS, interval: 50 } as const;
