import { z } from "zod";
import { CARD_CURRENCIES } from "../money/currency.ts";
import {
  ACCOUNT_KINDS,
  ACTION_STATES,
  CATALOG_STATUSES,
  CONTRACT_STATUSES,
  EDITIONS,
  INVOICE_STATUSES,
  ROW_LISTS,
  ROW_PROBLEMS,
} from "./account.ts";

const amount = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .describe('Decimal string in the account\'s currency, e.g. "75.00"');
/** What impact.com says is kept to the digit; below 0 is what was given back, such as a credit note. */
const exactAmount = z
  .string()
  .regex(/^-?\d{1,13}(\.\d{1,17})?$/)
  .describe(
    'Decimal string in the account\'s currency, as fine as impact.com gave it, e.g. "0.8796" or "-12.50"',
  );
const date = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .describe('Day in the account\'s time zone, e.g. "2026-05-12"');
const id = z.string().min(1).max(200);
const name = z.string().max(500);

export const actionSchema = z.strictObject({
  id,
  program: name,
  partner: name,
  state: z.enum(ACTION_STATES),
  amount: exactAmount.describe("Revenue"),
  payout: exactAmount.describe("Commission"),
  trackedOn: date,
  locksOn: date.nullable(),
  reversedOn: date.nullable(),
  clearedOn: date.nullable(),
});

export const contractSchema = z.strictObject({
  id,
  program: id.optional().describe("Id of the program, where two programs may use one contract id"),
  partner: name,
  status: z.enum(CONTRACT_STATUSES),
  endsOn: date.nullable(),
});

export const invoiceSchema = z.strictObject({
  id,
  dueOn: date,
  total: exactAmount.describe("Below 0 for a credit note"),
  status: z.enum(INVOICE_STATUSES),
  paidOn: date.nullable(),
});

export const setAsideSchema = z.strictObject({
  list: z.enum(ROW_LISTS),
  id: id.nullable(),
  field: z.string().min(1).max(200),
  problem: z.enum(ROW_PROBLEMS),
  row: z
    .string()
    .max(2_000)
    .describe("The fields of the row that are read, as JSON, cut to 2,000 characters"),
});

export const catalogSchema = z.strictObject({ id, name, status: z.enum(CATALOG_STATUSES) });

export const cardSchema = z.strictObject({ everCharged: z.boolean().nullable() });

export const fundingBalanceSchema = z.strictObject({ amount, asOf: date });

/** The account file, version 1 (docs/account-file.md). A null list means "not known". */
export const accountFileSchema = z.strictObject({
  version: z.literal(1),
  kind: z.enum(ACCOUNT_KINDS).exclude(["agency"]),
  edition: z.enum(EDITIONS),
  currency: z.enum(CARD_CURRENCIES),
  timeZone: z.string().min(1).describe('IANA time zone, e.g. "America/New_York"'),
  signedUpOn: date,
  trialEndsOn: date.nullable(),
  minimumFee: amount.nullable().describe("Minimum fee on the Subscription page, if the merchant typed it"),
  card: cardSchema,
  fundingBalance: fundingBalanceSchema.nullable().describe("Balance at the start of the day `asOf`"),
  actions: z.array(actionSchema).nullable(),
  contracts: z.array(contractSchema).nullable(),
  invoices: z.array(invoiceSchema).nullable(),
  catalogs: z.array(catalogSchema).nullable(),
  unread: z
    .partialRecord(z.enum(ROW_LISTS), z.number().int().min(1))
    .optional()
    .describe("How many rows of impact.com's lists could not be read and are in none of the lists above"),
  setAside: z.array(setAsideSchema).optional().describe("The first of those rows, each with its reason"),
});

export type AccountFileJson = z.infer<typeof accountFileSchema>;
