import type { LedgerSums } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

export type LedgerColumn = {
  key: keyof LedgerSums;
  title: MessageId;
  /** A charge to the card, marked by its diamond. */
  card?: boolean;
};

/** What a ledger with a balance shows of a day; the balance itself comes after these. */
const WITH_BALANCE: readonly LedgerColumn[] = [
  { key: "newlyOwed", title: "ledger.col.owed" },
  { key: "card", title: "ledger.col.card", card: true },
  { key: "deduction", title: "ledger.col.fromBalance" },
];

/** What is known without one; what cannot be known is no column. */
const WITHOUT_BALANCE: readonly LedgerColumn[] = [
  { key: "commissions", title: "ledger.col.commissions" },
  { key: "fee", title: "ledger.col.fee" },
  { key: "locking", title: "ledger.col.locking" },
];

export const ledgerColumns = (hasBalance: boolean): readonly LedgerColumn[] =>
  hasBalance ? WITH_BALANCE : WITHOUT_BALANCE;
