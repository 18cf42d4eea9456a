import { readFile } from "node:fs/promises";

/** The parts of the script in the order in which they need each other. */
const PARTS = [
  "amounts-and-days",
  "account",
  "unread",
  "fees",
  "funding",
  "funded",
  "earliest",
  "checklist",
  "refund",
  "figures",
  "chain",
  "read-pack",
  "main",
];

const HEAD = `#!/usr/bin/env node
// Checks an evidence pack with nothing but Node 18 or newer: node verify.mjs [pack.zip or its folder]
// It shares no code with Settled. It checks every file against manifest.json and SHA256SUMS and the chain of
// history.jsonl, and works every figure of closure.json out again from account-file.json and rules.json.
`;

let made: Promise<string> | undefined;

/** The script that lies in every pack, as one file: its parts without what ties them together here. */
export const readPackScript = (): Promise<string> => {
  made ??= assemble();
  return made;
};

async function assemble(): Promise<string> {
  const texts = await Promise.all(
    PARTS.map((name) => readFile(new URL(`./script/${name}.mjs`, import.meta.url), "utf8")),
  );
  const imports = /^import [^;]*;\n/gm;
  const builtIn = texts
    .flatMap((text) => text.match(imports) ?? [])
    .filter((line) => line.includes('"node:'));
  const bodies = texts.map((text) =>
    text
      .replace(imports, "")
      .replaceAll(/^export /gm, "")
      .trim(),
  );
  return `${HEAD}\n${[...new Set(builtIn)].sort().join("")}\n${bodies.join("\n\n")}\n`;
}
