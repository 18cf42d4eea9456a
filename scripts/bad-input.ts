import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

/** What was typed cannot be used; the message is the whole sentence that the person reads. */
export class BadInput extends Error {
  override name = "BadInput";
}

/** Faults of the file system that a wrong path brings, in words. */
const FILE_FAULTS: Record<string, (file: string) => string> = {
  ENOENT: (file) => `There is no file ${file}.`,
  EISDIR: (file) => `${file} is a folder; give a file.`,
  ENOTDIR: (file) => `${file} lies in something that is no folder.`,
  EACCES: (file) => `This account may not read or write ${file}.`,
};

/** One sentence for what the person at the keyboard can put right; null for a fault of ours, which shows its stack. */
export function sentenceOf(error: unknown, hasEnvFile = existsSync(".env")): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path: file } = error as NodeJS.ErrnoException;
  // By name: the app's settings are not loaded by scripts that need none.
  if (error.name === "ConfigError") {
    const isEmpty = !hasEnvFile && /SEAL_KEYS is not set/.test(error.message);
    return isEmpty
      ? "There is no file .env in this folder. Copy .env.example to .env and fill in what is marked Required."
      : error.message;
  }
  if (error instanceof BadInput) return error.message;
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${error.message.split(". ")[0]?.replace(/\.$/, "")}.`;
  // Reading what turned out to be a folder: the system does not say which.
  if (code === "EISDIR" && file === undefined) return "What was given is a folder; give a file.";
  return file === undefined ? null : (FILE_FAULTS[code ?? ""]?.(file) ?? null);
}

/** Throws, for whoever typed a word behind a command that takes none. */
export const takesNoWords = (): void => void parseArgs({ options: {} });

/** A whole number that was typed. Throws a BadInput that says what it must be and how it is given. */
export function wholeNumber(text: string, { from, example }: { from: number; example: string }): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= from) return number;
  throw new BadInput(`"${text}" is no whole number from ${from}. For example: ${example}`);
}
