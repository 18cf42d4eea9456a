import { type WholeAccount, writeAccountFile } from "#app/domain/index.ts";

/** Actions written at once. */
const ACTIONS = 1_000;

/** The account file as text, piece by piece: a large account's file is never held whole. */
export function* accountFileText(account: WholeAccount): Generator<string> {
  const { actions, ...facts } = writeAccountFile({ ...account, actions: null });
  const head = JSON.stringify({ ...facts, actions }, null, 2);
  if (account.actions === null) {
    yield `${head}\n`;
    return;
  }
  // The last entry of the head is the list that is written out here.
  yield head.slice(0, head.lastIndexOf("null"));
  yield "[";
  const rest = { ...account, contracts: null, invoices: null, catalogs: null };
  for (let from = 0; from < account.actions.length; from += ACTIONS) {
    const page = writeAccountFile({ ...rest, actions: account.actions.slice(from, from + ACTIONS) });
    const lines = (page.actions ?? []).map((action) => `    ${JSON.stringify(action)}`);
    yield `${from === 0 ? "" : ","}\n${lines.join(",\n")}`;
  }
  yield "\n  ]\n}\n";
}
