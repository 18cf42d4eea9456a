import type { Action, WholeAccount } from "./account.ts";
import type { Problem } from "./problems.ts";

/** Contradictions between the values of an account that is otherwise well formed. */
export function listProblems(account: WholeAccount): Problem[] {
  return [
    ...duplicateIds("actions", account.actions),
    ...duplicateIds("contracts", account.contracts, ({ program, id }) => `${program} ${id}`),
    ...duplicateIds("invoices", account.invoices),
    ...duplicateIds("catalogs", account.catalogs),
    ...(account.actions ?? []).flatMap(actionProblems),
    ...tooMuchInAll(account.actions ?? []),
  ];
}

function duplicateIds<Item extends { id: string }>(
  list: string,
  items: readonly Item[] | null,
  keyOf: (item: Item) => string = ({ id }) => id,
): Problem[] {
  const seen = new Set<string>();
  return (items ?? []).flatMap((item, index) => {
    const { id } = item;
    const key = keyOf(item);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        path: `${list}[${index}].id`,
        problem: `"${id}" is used twice`,
        accepted: "an id used once in the list",
      },
    ];
  });
}

/** What one action says that cannot all be true. */
export function actionProblems(action: Action, index: number): Problem[] {
  const at = (key: string) => `actions[${index}].${key}`;
  const problems: Problem[] = [];
  for (const key of ["locksOn", "reversedOn", "clearedOn"] as const) {
    const day = action[key];
    if (day !== null && day < action.trackedOn) {
      problems.push({
        path: at(key),
        problem: "lies before trackedOn",
        accepted: "the day of tracking or a later one",
      });
    }
  }
  if (action.reversedOn !== null && action.state !== "REVERSED") {
    problems.push({
      path: at("reversedOn"),
      problem: `is given for a ${action.state} action`,
      accepted: "null",
    });
  }
  if (action.clearedOn !== null && action.state !== "APPROVED") {
    problems.push({
      path: at("clearedOn"),
      problem: `is given for a ${action.state} action`,
      accepted: "null",
    });
  }
  return problems;
}

function tooMuchInAll(actions: readonly Action[]): Problem[] {
  let revenue = 0;
  let payout = 0;
  for (const action of actions) {
    revenue += action.amount;
    payout += action.payout;
  }
  if (Number.isSafeInteger(revenue) && Number.isSafeInteger(payout)) return [];
  return [
    {
      path: "actions",
      problem: "the amounts add up to more than can be computed exactly",
      accepted: `a total of at most ${Number.MAX_SAFE_INTEGER} minor units`,
    },
  ];
}
