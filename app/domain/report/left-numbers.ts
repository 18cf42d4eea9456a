import type { LeftCounts } from "./left-counts.ts";

type Contracts = NonNullable<LeftCounts["contracts"]>;
type Invoices = NonNullable<LeftCounts["invoices"]>;
type Actions = NonNullable<LeftCounts["actions"]>;

/** Contracts under which actions are tracked, now or soon: a proposal is none yet. */
export const contractsRunning = ({ active, upcoming, ending }: Contracts): number =>
  active + upcoming + (ending?.count ?? 0);

/** Contracts that somebody must still end: what ends on a known day is not left (D5). */
export const contractsLeft = ({ active, upcoming, proposals }: Contracts): number =>
  active + upcoming + proposals;

/** Partner invoices to pay, late ones and those to come: what the balance has paid is not left (D1). */
export const invoicesLeft = ({ overdue, toCome }: Invoices): number =>
  (overdue.state === "overdue" ? overdue.invoices : 0) + toCome.count;

/** Actions to lock or to pay. */
export const actionsLeft = ({ pending, unpaid }: Actions): number => pending.count + unpaid.count;
