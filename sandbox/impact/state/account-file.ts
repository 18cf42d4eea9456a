import { z } from "zod";

const day = z.iso.date();
const amount = z.string().regex(/^\d+(\.\d{1,2})?$/);

const actionSchema = z.strictObject({
  id: z.string(),
  program: z.string(),
  partner: z.string(),
  state: z.enum(["PENDING", "APPROVED", "REVERSED"]),
  /** Revenue and commission as decimal strings. */
  amount,
  payout: amount,
  trackedOn: day,
  locksOn: day.nullable(),
  reversedOn: day.nullable(),
  clearedOn: day.nullable(),
});

/** The account file, version 1: what the app exports and the sandbox seeds from. */
export const accountFileSchema = z.strictObject({
  version: z.literal(1),
  kind: z.enum(["brand", "partner"]),
  edition: z.enum(["starter", "starter-agency", "essentials"]),
  currency: z.string().length(3),
  timeZone: z.string(),
  signedUpOn: day,
  trialEndsOn: day.nullable(),
  minimumFee: amount.nullable(),
  card: z.strictObject({ everCharged: z.boolean().nullable() }),
  fundingBalance: z.strictObject({ amount, asOf: day }),
  actions: z.array(actionSchema),
  contracts: z.array(
    z.strictObject({
      id: z.string(),
      partner: z.string(),
      status: z.enum(["ACTIVE", "DECLINED", "EXPIRED", "PENDING", "UPCOMING"]),
      endsOn: day.nullable(),
    }),
  ),
  invoices: z.array(
    z.strictObject({
      id: z.string(),
      dueOn: day,
      total: amount,
      status: z.enum(["PENDING", "PAID", "OVERDUE"]),
      paidOn: day.nullable(),
    }),
  ),
  catalogs: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      status: z.enum(["ACTIVE", "CLOSED", "DEACTIVATED", "PENDING"]),
    }),
  ),
});

export type FileAction = z.output<typeof accountFileSchema>["actions"][number];
export type FileInvoice = z.output<typeof accountFileSchema>["invoices"][number];
