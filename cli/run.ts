import { accountFileJsonSchema } from "#app/domain/index.ts";
import { type Command, type CommandOutcome, runCommand } from "./command.ts";
import { closureCommand } from "./commands/closure.ts";
import { explainCommand } from "./commands/explain.ts";
import { previewCommand } from "./commands/preview.ts";
import { statementCommand } from "./commands/statement.ts";
import { VERIFY_SUMMARY, verify } from "./commands/verify.ts";

export type RunResult = { exitCode: 0 | 2; stdout: string; stderr: string };

const COMMANDS: readonly Command[] = [statementCommand, previewCommand, closureCommand, explainCommand];

/** The two that take no option. */
const HELP_OF: Readonly<Record<string, string>> = {
  verify: `settled verify PACK\n\n${VERIFY_SUMMARY}\n\nPACK is an evidence pack (.zip). A pack that was changed exits with 2 and names what differs.\n`,
  schema: "settled schema\n\nThe JSON Schema of account files\n",
};

const HELP = `settled <command> FILE [options]

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join("\n")}
  verify     ${VERIFY_SUMMARY}
  schema     The JSON Schema of account files

FILE is an account file (docs/account-file.md), or - for standard input.
settled <command> --help lists the options of a command.
`;

/** Runs one command line. JSON goes to stdout, problems go to stderr one per line with exit code 2. */
export async function run(args: readonly string[]): Promise<RunResult> {
  const [name = "", ...rest] = args;
  if (name === "--help" || name === "help" || name === "-h") return { exitCode: 0, stdout: HELP, stderr: "" };
  const help = HELP_OF[name];
  if (help && (rest.includes("--help") || rest.includes("-h")))
    return { exitCode: 0, stdout: help, stderr: "" };
  if (name === "schema") {
    return { exitCode: 0, stdout: `${JSON.stringify(accountFileJsonSchema(), null, 2)}\n`, stderr: "" };
  }
  if (name === "verify") return resultOf(await verify(rest));
  const command = COMMANDS.find((entry) => entry.name === name);
  if (!command) {
    const names = [...COMMANDS.map((entry) => entry.name), "verify", "schema"].join(", ");
    const problem = name === "" ? "no command given" : `"${name}" is not a command`;
    return { exitCode: 2, stdout: "", stderr: `command: ${problem}; accepted: ${names}\n` };
  }
  return resultOf(await runCommand(command, rest));
}

function resultOf(outcome: CommandOutcome): RunResult {
  if (outcome.outcome === "done") return { exitCode: 0, stdout: outcome.text, stderr: "" };
  return { exitCode: 2, stdout: "", stderr: outcome.problems.map((problem) => `${problem}\n`).join("") };
}
