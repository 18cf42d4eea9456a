import type { Account } from "#app/domain/index.ts";
import { type OptionSpec, type OptionValues, readOptions } from "./options.ts";
import { problemLine } from "./problem-line.ts";
import { readAccount } from "./read-account.ts";
import { inWords } from "./words.ts";

/** What a command makes: a report for JSON, or problems with its options. */
export type Made = { outcome: "made"; report: object } | { outcome: "refused"; problems: string[] };

export type Command = {
  name: string;
  summary: string;
  usage: string;
  options: readonly OptionSpec[];
  make: (account: Account, options: OptionValues) => Made;
  /** The report, already in words, as tables for people. */
  table: (report: unknown) => string;
};

export type CommandOutcome = { outcome: "done"; text: string } | { outcome: "refused"; problems: string[] };

/** Reads options and account file, makes the report and writes it as JSON or tables. */
export async function runCommand(command: Command, args: readonly string[]): Promise<CommandOutcome> {
  const options = readOptions(command.options, args);
  if (options.outcome === "refused") return options;
  if (options.help) return { outcome: "done", text: helpOf(command) };
  if (options.file === null) {
    return {
      outcome: "refused",
      problems: [problemLine("FILE", "is missing", "the path of an account file, or -")],
    };
  }
  const account = await readAccount(options.file);
  if (account.outcome === "refused") return account;
  const made = command.make(account.account, options.values);
  if (made.outcome === "refused") return made;
  const report = inWords(made.report);
  const text = options.table ? command.table(report) : JSON.stringify(report, null, 2);
  return { outcome: "done", text: `${text}\n` };
}

function helpOf({ usage, summary, options }: Command): string {
  const lines = options.map(
    ({ name, value, help }) => `  --${`${name}${value ? ` ${value}` : ""}`.padEnd(22)} ${help}`,
  );
  return `settled ${usage}\n\n${summary}\n\nOptions:\n${lines.join("\n")}\n  --table                  Write tables for people instead of JSON\n`;
}
