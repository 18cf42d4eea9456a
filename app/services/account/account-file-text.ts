import { type AccountFacts, type Action, type WholeAccount, writeAccountFile } from "#app/domain/index.ts";

/**
 * The account file as bytes, piece by piece: a large account's file is never held whole. Without `pages` its actions
 * are not known.
 */
export async function* accountFileText(
  facts: AccountFacts & Pick<WholeAccount, "setAside">,
  pages: AsyncIterable<readonly Action[]> | null,
): AsyncGenerator<Uint8Array> {
  const { actions, ...known } = writeAccountFile({ ...facts, actions: null });
  const head = JSON.stringify({ ...known, actions }, null, 2);
  if (pages === null) {
    yield bytesOf(`${head}\n`);
    return;
  }
  // The last entry of the head is the list that is written out here.
  yield bytesOf(`${head.slice(0, head.lastIndexOf("null"))}[`);
  const rest = { ...facts, contracts: null, invoices: null, catalogs: null, setAside: [] };
  let before = "\n";
  for await (const page of pages) {
    const { actions: rows } = writeAccountFile({ ...rest, actions: page });
    const lines = (rows ?? []).map((action) => `    ${JSON.stringify(action)}`);
    if (lines.length === 0) continue;
    yield bytesOf(`${before}${lines.join(",\n")}`);
    before = ",\n";
  }
  yield bytesOf("\n  ]\n}\n");
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");
