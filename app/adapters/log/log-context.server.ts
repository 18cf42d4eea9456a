import { AsyncLocalStorage } from "node:async_hooks";

type Facts = Record<string, string>;

const context = new AsyncLocalStorage<Facts>();

/** Every line that is logged by what `run` begins names these facts, so that the lines of one request are found together. */
export const withLogContext = <T>(facts: Facts, run: () => T): T =>
  context.run({ ...context.getStore(), ...facts }, run);

/** A copy, because whoever writes the line adds to it. */
export const logContext = (): Facts => ({ ...context.getStore() });
