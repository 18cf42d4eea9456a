import { z } from "zod";
import { accountFileSchema } from "#sandbox/impact/state/account-file.ts";

const day = z.iso.date();
const named = z.strictObject({ id: z.number().int(), name: z.string() });

/** Limits of the API; the defaults are impact.com's own figures (brand actions v14, rate limits). */
const limitsSchema = z.strictObject({
  actionsPageSize: z.number().int().positive().default(20_000),
  actionsMinPageSize: z.number().int().positive().default(2_000),
  actionsMaxPages: z.number().int().positive().default(10),
  listPageSize: z.number().int().positive().default(100),
  perHour: z.number().int().positive().default(1_000),
  catalogsPerHour: z.number().int().positive().default(3_600),
});

/** What the account file does not say and the sandbox needs: credentials, ids, and facts of the web UI. */
const extrasSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  sid: z.string(),
  token: z.string(),
  company: z.strictObject({
    name: z.string(),
    website: z.url(),
    country: z.string().length(2),
    city: z.string(),
    contactName: z.string(),
    contactEmail: z.email(),
  }),
  /** The display string the API gives instead of an IANA name. */
  timezoneLabel: z.string(),
  cardLast4: z.string().length(4),
  programs: z.array(named).min(1),
  partners: z.array(named),
  contracts: z.record(z.string(), z.strictObject({ program: z.number().int(), startsOn: day })),
  catalogs: z.record(z.string(), z.strictObject({ program: z.number().int(), storeUrl: z.url().nullable() })),
  /** Whether invoices the file does not list are paid by impact.com itself on their due day. */
  paysInvoicesOnDueDay: z.boolean(),
  /** How a deleted catalog shows in the API: not documented (G28), so both happen. */
  deletedCatalogs: z.enum(["absent", "closed"]),
  limits: limitsSchema.prefault({}),
});

export const seedSchema = z.strictObject({ sandbox: extrasSchema, account: accountFileSchema });
export type Seed = z.output<typeof seedSchema>;
export type SeedInput = z.input<typeof seedSchema>;
