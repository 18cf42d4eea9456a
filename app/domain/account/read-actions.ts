import type { Currency } from "../money/currency.ts";
import type { Action } from "./account.ts";
import { actionProblems } from "./check-lists.ts";
import { fileReader } from "./file-reader.ts";
import type { AccountFileJson } from "./file-schema.ts";
import type { Problem } from "./problems.ts";
import { readAction } from "./read-lists.ts";

type Item = NonNullable<AccountFileJson["actions"]>[number];

/** `index` is the item's place among those that were given; `problem.path` names its field. */
export type RejectedAction = { index: number; item: Item; problem: Problem; isContradiction: boolean };
export type ReadActions = { actions: Action[]; rejected: RejectedAction[] };

/**
 * Converts actions in the account file's shape by the file's own rules, so that what is kept can be exported again. Each
 * by itself: one that cannot be converted hides no other.
 */
export function readActions(items: readonly Item[], currency: Currency): ReadActions {
  const reader = fileReader(currency);
  const actions: Action[] = [];
  const rejected: RejectedAction[] = [];
  for (const [index, item] of items.entries()) {
    const before = reader.problems.length;
    const action = readAction(item, index, reader);
    const unread = reader.problems[before];
    const problem = unread ?? actionProblems(action, index)[0];
    if (problem) rejected.push({ index, item, problem, isContradiction: unread === undefined });
    else actions.push(action);
  }
  return { actions, rejected };
}
