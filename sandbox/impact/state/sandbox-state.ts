import type { ChangesStore } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

/** Everything the routers share: the accounts, what was done to them, and the time. */
export interface SandboxState {
  accounts: readonly PreparedAccount[];
  changes: ChangesStore;
  nowMs(): number;
}

export const findAccount = (state: SandboxState, key: string): PreparedAccount | undefined =>
  state.accounts.find((account) => account.seed.sandbox.key === key);
