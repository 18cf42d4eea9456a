import { parseDay } from "../day.ts";
import type { RowList, Unread, WholeAccount } from "./account.ts";
import { listProblems } from "./check-lists.ts";
import { fileReader } from "./file-reader.ts";
import { accountFileSchema } from "./file-schema.ts";
import { MOST_PROBLEMS, type Problem, show } from "./problems.ts";
import { readAction, readCatalog, readContract, readInvoice } from "./read-lists.ts";
import { shapeProblems } from "./shape-problems.ts";

export type ParsedAccount =
  | { outcome: "parsed"; account: WholeAccount }
  | { outcome: "rejected"; problems: Problem[] };

/** impact.com was founded in 2008; an earlier sign-up is a typing mistake. */
const EARLIEST_SIGN_UP = "2008-01-01";

/** Reads an account file of version 1 (docs/account-file.md); every problem names its place in the file. */
export function parseAccountFile(json: unknown): ParsedAccount {
  const shape = accountFileSchema.safeParse(json, { reportInput: true });
  if (!shape.success) return rejected(shapeProblems(shape.error.issues, json));
  const file = shape.data;
  const reader = fileReader(file.currency);
  const account: WholeAccount = {
    kind: file.kind,
    edition: file.edition,
    currency: file.currency,
    timeZone: file.timeZone,
    signedUpOn: reader.day(file.signedUpOn, () => "signedUpOn"),
    trialEndsOn: reader.dayOrNull(file.trialEndsOn, () => "trialEndsOn"),
    minimumFee: file.minimumFee === null ? null : reader.amount(file.minimumFee, () => "minimumFee"),
    card: { everCharged: file.card.everCharged },
    fundingBalance: file.fundingBalance && {
      amount: reader.amount(file.fundingBalance.amount, () => "fundingBalance.amount"),
      asOf: reader.day(file.fundingBalance.asOf, () => "fundingBalance.asOf"),
    },
    actions: file.actions?.map((item, index) => readAction(item, index, reader)) ?? null,
    contracts: file.contracts?.map((item, index) => readContract(item, index, reader)) ?? null,
    invoices: file.invoices?.map((item, index) => readInvoice(item, index, reader)) ?? null,
    catalogs: file.catalogs?.map(readCatalog) ?? null,
    ...(file.setAside?.length && { setAside: file.setAside }),
    ...((file.unread ?? file.setAside?.length) && { unread: file.unread ?? unreadOf(file.setAside ?? []) }),
  };
  // Contradictions are only looked for among values that could be read.
  const problems =
    reader.problems.length > 0 ? reader.problems : [...factProblems(account), ...listProblems(account)];
  return problems.length > 0 ? rejected(problems) : { outcome: "parsed", account };
}

/** Set-aside rows counted by their list. */
function unreadOf(rows: readonly { list: RowList }[]): Unread {
  const unread: Unread = {};
  for (const { list } of rows) unread[list] = (unread[list] ?? 0) + 1;
  return unread;
}

function rejected(problems: Problem[]): ParsedAccount {
  return { outcome: "rejected", problems: problems.slice(0, MOST_PROBLEMS) };
}

function factProblems(account: WholeAccount): Problem[] {
  const problems: Problem[] = [];
  if (!isTimeZone(account.timeZone)) {
    problems.push({
      path: "timeZone",
      problem: `${show(account.timeZone)} is not a time zone`,
      accepted: 'an IANA name such as "America/New_York"',
    });
  }
  if (account.signedUpOn < (parseDay(EARLIEST_SIGN_UP) ?? 0)) {
    problems.push({ path: "signedUpOn", problem: "is too early", accepted: `${EARLIEST_SIGN_UP} or later` });
  }
  if (account.trialEndsOn !== null && account.trialEndsOn < account.signedUpOn) {
    problems.push({
      path: "trialEndsOn",
      problem: "lies before signedUpOn",
      accepted: "a later day, or null",
    });
  }
  if (account.minimumFee === 0) {
    problems.push({
      path: "minimumFee",
      problem: "is 0",
      accepted: "more than 0, or null when it is not known",
    });
  }
  return problems;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
