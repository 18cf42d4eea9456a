import type { Action } from "#app/domain/index.ts";
import type { StoredAction } from "#app/ports/index.ts";
import { Prisma } from "./generated/client.ts";

/** A row of actions as raw SQL brings it: days as day numbers, amounts as big integers, or as numbers where rows came as text. */
export type ActionRow = Omit<StoredAction, "amount" | "payout" | "state" | "finer"> & {
  amount: bigint | number;
  payout: bigint | number;
  amountFiner: bigint | number | null;
  payoutFiner: bigint | number | null;
  state: string;
};

export const ACTION_FIELDS = [
  "id",
  "programId",
  "program",
  "partner",
  "state",
  "amount",
  "payout",
  "amountFiner",
  "payoutFiner",
  "trackedOn",
  "locksOn",
  "reversedOn",
  "clearedOn",
] as const satisfies readonly (keyof ActionRow)[];

/** The same as a query gives them. */
export const ACTION_COLUMNS = Prisma.sql`
  "id", "programId", "program", "partner", "state", "amount", "payout",
  "amountFiner", "payoutFiner",
  "trackedOn" - DATE '1970-01-01' AS "trackedOn", "locksOn" - DATE '1970-01-01' AS "locksOn",
  "reversedOn" - DATE '1970-01-01' AS "reversedOn", "clearedOn" - DATE '1970-01-01' AS "clearedOn"`;

export const toAction = ({
  amount,
  payout,
  amountFiner,
  payoutFiner,
  state,
  ...row
}: ActionRow): StoredAction => ({
  ...row,
  state: state as StoredAction["state"],
  amount: Number(amount),
  payout: Number(payout),
  ...(amountFiner !== null && { finer: { amount: Number(amountFiner), payout: Number(payoutFiner ?? 0) } }),
});

export function toDomainAction(row: ActionRow): Action {
  const { programId: _programId, ...action } = toAction(row);
  return action;
}
