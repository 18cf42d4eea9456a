import { join } from "node:path";
import { z } from "zod";
import { type JsonFile, openJsonFile } from "#sandbox/storage/open-json-file.ts";
import { APP_LANGUAGE_TAGS } from "./shop/languages.ts";
import { stores } from "./stores.ts";

/** One pair of tokens the app holds. Only digests are kept; times are real, in epoch milliseconds. */
const grant = z.object({
  access: z.string(),
  accessExpires: z.number(),
  refresh: z.string(),
  refreshExpires: z.number(),
  /** Digest of the refresh token this pair replaces, until this pair is first used. */
  replaces: z.string().nullable(),
});
export type Grant = z.infer<typeof grant>;

const attempt = z.object({
  /** Sandbox time. */
  at: z.string(),
  /** HTTP status, or null when no answer came. */
  status: z.number().nullable(),
  error: z.string().nullable(),
  milliseconds: z.number(),
});

const delivery = z.object({
  webhookId: z.string(),
  eventId: z.string(),
  domain: z.string(),
  topic: z.string(),
  name: z.string(),
  body: z.string(),
  /** Sandbox time, as sent in X-Shopify-Triggered-At. */
  triggeredAt: z.string(),
  attempts: z.array(attempt),
  /** Real time of the next try in epoch milliseconds; null when delivered or given up. */
  nextAttempt: z.number().nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** Whether the store itself is open: a merchant may pause or close it, with the app still in it. */
export const STORE_STATUSES = ["open", "paused", "closed"] as const;
export type StoreStatus = (typeof STORE_STATUSES)[number];

const storeState = z.object({
  installed: z.boolean(),
  status: z.enum(STORE_STATUSES).default("open"),
  /** The merchant's admin language. */
  locale: z.enum(APP_LANGUAGE_TAGS),
  /** Sandbox time of the last uninstall; null while installed. */
  uninstalledAt: z.string().nullable(),
  redactSent: z.boolean(),
  /** Sandbox times of every uninstall, as the partner account knows them. */
  uninstalls: z.array(z.string()).default([]),
  /** The same of every time the store closed, and opened again. */
  closings: z
    .array(
      z.object({ at: z.string(), type: z.enum(["RELATIONSHIP_DEACTIVATED", "RELATIONSHIP_REACTIVATED"]) }),
    )
    .default([]),
  grants: z.array(grant),
  flowTriggers: z.array(z.object({ at: z.string(), handle: z.string(), payload: z.unknown() })),
});
export type StoreState = z.infer<typeof storeState>;

const adminState = z.object({
  stores: z.record(z.string(), storeState),
  deliveries: z.array(delivery),
});
export type AdminState = z.infer<typeof adminState>;
export type AdminFile = JsonFile<AdminState>;

const freshStore = (): StoreState => ({
  installed: true,
  status: "open",
  locale: "en",
  uninstalledAt: null,
  redactSent: false,
  uninstalls: [],
  closings: [],
  grants: [],
  flowTriggers: [],
});

/** The store admin's memory, in `<dataDir>/sandbox/admin.json`. */
export function openAdminState(dataDir: string): AdminFile {
  return openJsonFile(join(dataDir, "sandbox", "admin.json"), adminState, () => ({
    stores: Object.fromEntries(stores.map((s) => [s.domain, freshStore()])),
    deliveries: [],
  }));
}

/** State of a known store. Throws for a domain that is not in the sandbox. */
export function stateOf(state: AdminState, domain: string): StoreState {
  const found = state.stores[domain];
  if (!found) throw new Error(`No such store in the sandbox: ${domain}`);
  return found;
}
