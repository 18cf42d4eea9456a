import { type ParseArgsConfig, parseArgs } from "node:util";
import { problemLine } from "./problem-line.ts";

/** An option of a command; without `value` it is a switch. */
export type OptionSpec = { name: string; value?: string; help: string };

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

type ReadOptions =
  | { outcome: "read"; file: string | null; help: boolean; table: boolean; values: OptionValues }
  | { outcome: "refused"; problems: string[] };

/** Reads a command's arguments; an option it does not know is refused by name. */
export function readOptions(specs: readonly OptionSpec[], args: readonly string[]): ReadOptions {
  const declared: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries([
    ...specs.map(({ name, value }) => [name, { type: value ? "string" : "boolean" }] as const),
    ["table", { type: "boolean" }] as const,
    ["help", { type: "boolean", short: "h" }] as const,
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: joinSigned(args),
      options: declared,
      allowPositionals: true,
    });
    const [file = null, ...others] = positionals;
    if (others.length > 0) {
      return {
        outcome: "refused",
        problems: [problemLine("arguments", `"${others[0]}" is one too many`, "one FILE")],
      };
    }
    return {
      outcome: "read",
      file,
      help: values.help === true,
      table: values.table === true,
      values: only(values),
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const names = [...specs.map(({ name }) => `--${name}`), "--table", "--help"].join(", ");
    return { outcome: "refused", problems: [problemLine("options", firstSentence(error.message), names)] };
  }
}

/** "--revenue -10%" reads as two options to node; joined by "=" the sign belongs to the value. */
function joinSigned(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (last?.startsWith("--") && !last.includes("=") && /^-\d/.test(arg))
      joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function only(values: Record<string, unknown>): OptionValues {
  const entries = Object.entries(values).flatMap(([name, value]): [string, string | boolean][] =>
    typeof value === "string" || typeof value === "boolean" ? [[name, value]] : [],
  );
  return Object.fromEntries(entries);
}

function firstSentence(message: string): string {
  return message.split(". ")[0] ?? message;
}
