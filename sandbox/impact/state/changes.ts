import { z } from "zod";
import { CATEGORIES } from "#sandbox/impact/state/categories.ts";
import { faultSchema } from "#sandbox/impact/state/faults.ts";
import { readJsonFile, writeJsonFile } from "#sandbox/storage/json-file.ts";

const ms = z.number().int();

/** What people did to one account since its seed. Times are epoch milliseconds of the sandbox clock. */
const accountChangesSchema = z.strictObject({
  /** Last day of an expired contract, or null when a proposal or switch was withdrawn. */
  contracts: z.record(z.string(), z.strictObject({ endsOn: z.iso.date().nullable(), at: ms })).default({}),
  actions: z
    .record(z.string(), z.strictObject({ state: z.enum(["APPROVED", "REVERSED"]), at: ms }))
    .default({}),
  invoices: z.record(z.string(), z.strictObject({ paidAt: ms })).default({}),
  catalogs: z.record(z.string(), z.strictObject({ deletedAt: ms })).default({}),
  subscriptionCancelledAt: ms.nullable().default(null),
  closedAt: ms.nullable().default(null),
  token: z
    .strictObject({ disabled: z.boolean(), withheld: z.array(z.enum(CATEGORIES)) })
    .default({ disabled: false, withheld: [] }),
  faults: z.array(faultSchema).default([]),
});
export type AccountChanges = z.output<typeof accountChangesSchema>;

export const noChanges = (): AccountChanges => accountChangesSchema.parse({});

export interface ChangesStore {
  of(accountKey: string): AccountChanges;
  /** Replaces an account's changes by what `change` returns and writes them to disk before it returns. */
  update(accountKey: string, change: (before: AccountChanges) => AccountChanges): void;
  reset(): void;
}

/** The same object each time, so that "nothing was changed" is cheap to see. */
const NONE = noChanges();

const fileSchema = z.record(z.string(), accountChangesSchema);

/** Opens the changes kept in `file`; throws when the file exists but is damaged. */
export function openChanges(file: string): ChangesStore {
  let all: Record<string, AccountChanges> = readJsonFile(file, fileSchema) ?? {};
  return {
    of: (key) => all[key] ?? NONE,
    update(key, change) {
      const next = { ...all, [key]: change(all[key] ?? NONE) };
      writeJsonFile(file, next);
      all = next;
    },
    reset() {
      writeJsonFile(file, {});
      all = {};
    },
  };
}
