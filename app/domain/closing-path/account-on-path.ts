import type { Account } from "../account/account.ts";
import type { ClosingPath } from "./closing-path.ts";

/**
 * The account as the way out sees it: the lists and rules of leaving follow kind and edition. A brand account whose
 * edition has no published plan is taken for one other than Starter; its fees are then not known (see `feesKnown`).
 */
export function accountOnPath(account: Account, route: ClosingPath): Account {
  if (route === "partner-ticket") return account.kind === "partner" ? account : unreadPartner(account);
  if (route !== "brand-ticket" || account.edition !== "starter") return account;
  return { ...account, edition: "essentials" };
}

/** Whether fees and minimum of this account are worked out by its own plan. */
export const feesKnown = (account: Account, route: ClosingPath): boolean =>
  account.kind === "brand" && accountOnPath(account, route) === account;

/** What was read or told of a brand account says nothing of a partner's. */
const unreadPartner = (account: Account): Account => ({
  ...account,
  kind: "partner",
  fundingBalance: null,
  actions: null,
  contracts: null,
  invoices: null,
  catalogs: null,
});
