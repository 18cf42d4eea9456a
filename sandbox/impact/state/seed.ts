import { z } from "zod";
import { accountFileSchema } from "#sandbox/impact/state/account-file.ts";
import { PERSONAS } from "#sandbox/impact/state/categories.ts";

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
  /** A partner's Actions and ActionUpdates (H40). */
  partnerActionsPerHour: z.number().int().positive().default(500),
});

const decimal = z.string().regex(/^\d+(\.\d{1,2})?$/);

/** What a partner sees beside its actions: a balance, which no API gives, and how it is paid. */
const partnerSchema = z.strictObject({
  balance: decimal,
  withdrawal: z
    .strictObject({
      method: z.enum(["BANK_TRANSFER", "PAYPAL"]),
      schedule: z.enum(["BALANCE_THRESHOLD", "FIXED_DAY"]),
      threshold: decimal,
      day: z.string(),
    })
    .nullable(),
});

const advertiserSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(["ACTIVE", "DELINQUENT"]),
  website: z.string(),
  country: z.string(),
  timeZone: z.string(),
  currency: z.string().length(3),
  createdOn: day,
  sid: z.string(),
  token: z.string(),
});
export type AdvertiserSeed = z.output<typeof advertiserSchema>;

/** What the account file does not say and the sandbox needs: credentials, ids, and facts of the web UI. */
const extrasSchema = z.strictObject({
  persona: z.enum(PERSONAS).default("brand"),
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
  programs: z.array(named),
  /** State of the programs while the account is open; DELINQUENT lasts only while an invoice is overdue. */
  programState: z.enum(["ACTIVE", "SETUP", "DELINQUENT"]).default("ACTIVE"),
  partners: z.array(named),
  contracts: z.record(z.string(), z.strictObject({ program: z.number().int(), startsOn: day })),
  catalogs: z.record(z.string(), z.strictObject({ program: z.number().int(), storeUrl: z.url().nullable() })),
  /** Whether invoices the file does not list are paid by impact.com itself on their due day. */
  paysInvoicesOnDueDay: z.boolean(),
  /** How a deleted catalog shows in the API: not documented (G28), so both happen. */
  deletedCatalogs: z.enum(["absent", "closed"]),
  limits: limitsSchema.prefault({}),
  partner: partnerSchema.nullable().default(null),
  advertisers: z.array(advertiserSchema).default([]),
});

export const seedSchema = z.strictObject({ sandbox: extrasSchema, account: accountFileSchema });
export type Seed = z.output<typeof seedSchema>;
export type SeedInput = z.input<typeof seedSchema>;
