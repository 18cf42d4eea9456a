import type { AccountBase } from "./load-account.server.ts";

/**
 * Whether impact.com still takes the account's key, by the last try. What it showed before it refused the key, or before
 * the key was destroyed, is old, and says nothing against a closing.
 */
export const stillAnswers = ({
  connection,
  snapshots,
}: Pick<AccountBase, "connection" | "snapshots">): boolean =>
  connection?.live === true && !snapshots.some(({ failure }) => failure?.outcome === "unauthorized");
