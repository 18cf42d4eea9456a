import { z } from "zod";
import {
  ACCOUNT_ANSWERS,
  BUTTON_ANSWERS,
  PAYOUT_CHOICES,
  TASK_ANSWERS,
  TASK_KEYS,
  type TaskAnswer,
  type TaskKey,
} from "#app/domain/index.ts";

const isoDate = z.iso.date();
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

/** An Account SID as impact.com writes it. */
export const accountSidSchema = z.string().regex(/^[A-Za-z0-9]{8,64}$/);
/** S2 lets one ticket close any number; this many are still read by a person. */
export const MOST_ACCOUNTS = 50;

/** A fact for each task, so that two people who answer two tasks at once do not overwrite each other. */
const statedTasks = Object.fromEntries(
  TASK_KEYS.map((key) => [`told.${key}`, z.enum(TASK_ANSWERS)]),
) as Record<`told.${TaskKey}`, z.ZodEnum<{ [Answer in TaskAnswer]: Answer }>>;

/** What only the merchant can say about the way out; kept with time and person like every stated fact. */
export const closingFactSchemas = {
  closingAccount: z.enum(ACCOUNT_ANSWERS),
  cancelButton: z.enum(BUTTON_ANSWERS),
  /** The account itself where none is connected, and all others the same ticket shall close (S2). */
  closingAccounts: z.array(accountSidSchema).max(MOST_ACCOUNTS),
  /** A partner's balance: another account's than the funding account, and never to be taken for it. */
  partnerBalance: z.object({ amount: decimal, asOf: isoDate }).nullable(),
  withdrawalThreshold: decimal.nullable(),
  balanceWay: z.enum(PAYOUT_CHOICES),
  ...statedTasks,
} as const;
