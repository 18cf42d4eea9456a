import type { Currency } from "../money/currency.ts";
import type { Action } from "./account.ts";
import { actionProblems } from "./check-lists.ts";
import { fileReader } from "./file-reader.ts";
import type { AccountFileJson } from "./file-schema.ts";
import type { Problem } from "./problems.ts";
import { readAction } from "./read-lists.ts";

export type ReadActions =
  | { outcome: "read"; actions: Action[] }
  | { outcome: "rejected"; problems: [Problem, ...Problem[]] };

/** Converts actions in the account file's shape by the file's own rules, so that what is kept can be exported again. */
export function readActions(
  items: readonly NonNullable<AccountFileJson["actions"]>[number][],
  currency: Currency,
): ReadActions {
  const reader = fileReader(currency);
  const actions = items.map((item, index) => readAction(item, index, reader));
  const [first, ...rest] =
    reader.problems.length > 0
      ? reader.problems
      : actions.flatMap((action, index) => actionProblems(action, index));
  return first ? { outcome: "rejected", problems: [first, ...rest] } : { outcome: "read", actions };
}
