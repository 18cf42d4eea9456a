import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type Account, parseAccountFile } from "#app/domain/index.ts";
import { problemLine } from "./problem-line.ts";

type ReadAccount = { outcome: "read"; account: Account } | { outcome: "refused"; problems: string[] };

/** Reads an account file, or standard input for "-". */
export async function readAccount(file: string): Promise<ReadAccount> {
  const source = await readSource(file);
  if (source.outcome === "refused") return source;
  const json = parseJson(source.text);
  if (json.outcome === "refused")
    return refused(file, json.problem, "a JSON account file (docs/account-file.md)");
  const parsed = parseAccountFile(json.value);
  if (parsed.outcome === "parsed") return { outcome: "read", account: parsed.account };
  return {
    outcome: "refused",
    problems: parsed.problems.map(({ path, problem, accepted }) => problemLine(path, problem, accepted)),
  };
}

type Source = { outcome: "read"; text: string } | { outcome: "refused"; problems: string[] };

const READ_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EISDIR: "is a folder",
  EACCES: "may not be read",
};

async function readSource(file: string): Promise<Source> {
  try {
    return { outcome: "read", text: file === "-" ? await text(process.stdin) : await readFile(file, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    return refused(
      file,
      READ_PROBLEMS[code] ?? `cannot be read (${code})`,
      "the path of an account file, or -",
    );
  }
}

type Json = { outcome: "read"; value: unknown } | { outcome: "refused"; problem: string };

function parseJson(source: string): Json {
  try {
    return { outcome: "read", value: JSON.parse(source) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { outcome: "refused", problem: `is not JSON (${error.message})` };
  }
}

function refused(
  file: string,
  problem: string,
  accepted: string,
): { outcome: "refused"; problems: string[] } {
  return { outcome: "refused", problems: [problemLine(file, problem, accepted)] };
}
