import type { z } from "zod";
import { readJsonFile, writeJsonFile } from "#sandbox/storage/json-file.ts";

export interface JsonFile<T> {
  /** The current state. Change it only through `change`. */
  readonly value: T;
  /** Applies a change and has it on disk before it returns, so that a kill right after loses nothing. */
  change<R>(apply: (value: T) => R): R;
  reset(): void;
}

/** State kept in memory and in one JSON file. Throws when the stored file does not fit the schema. */
export function openJsonFile<T>(path: string, schema: z.ZodType<T>, initial: () => T): JsonFile<T> {
  let value = readJsonFile(path, schema) ?? initial();
  return {
    get value() {
      return value;
    },
    change(apply) {
      const result = apply(value);
      writeJsonFile(path, value);
      return result;
    },
    reset() {
      value = initial();
      writeJsonFile(path, value);
    },
  };
}
