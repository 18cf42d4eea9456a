import type { CallAllowance, CallGroup, Stores } from "#app/ports/index.ts";

export type CallBudgetState = { callBudgets: (CallAllowance & { accountSid: string; group: CallGroup })[] };
export const emptyCallBudgets = (): CallBudgetState => ({ callBudgets: [] });

/** What impact.com said is left of an hour, on a plain list. */
export const createMemoryCallBudgets = (state: () => CallBudgetState): Pick<Stores, "callBudgets"> => ({
  callBudgets: {
    find: async (accountSid, group) => {
      const row = state().callBudgets.find((each) => each.accountSid === accountSid && each.group === group);
      return row ? { limit: row.limit, remaining: row.remaining, resetAt: row.resetAt } : null;
    },
    save: async (accountSid, group, allowance) => {
      const isSame = (row: { accountSid: string; group: CallGroup }) =>
        row.accountSid === accountSid && row.group === group;
      const before = state().callBudgets.find(isSame);
      const apart = before ? Math.abs(before.resetAt.since(allowance.resetAt).total("seconds")) : Infinity;
      const remaining =
        before && apart <= 60 ? Math.min(before.remaining, allowance.remaining) : allowance.remaining;
      state().callBudgets = [
        ...state().callBudgets.filter((row) => !isSame(row)),
        { accountSid, group, ...allowance, remaining },
      ];
    },
  },
});
