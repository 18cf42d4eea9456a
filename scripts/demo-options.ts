import path from "node:path";
import { parseArgs } from "node:util";
import { CHANNELS } from "#app/ports/help-desk.ts";
import { sentenceOf } from "./bad-input.ts";

const FLAGS = {
  reset: { type: "boolean", default: false },
  port: { type: "string", default: "3000" },
  "app-port": { type: "string", default: "3001" },
  "smtp-port": { type: "string", default: "3025" },
  channel: { type: "string", default: "smtp" },
  data: { type: "string" },
} as const;

/** Which flag names the port of which part. */
export const PORT_FLAGS = { sandbox: "port", app: "app-port", smtp: "smtp-port" } as const;
type Part = keyof typeof PORT_FLAGS;

export type DemoOptions = {
  reset: boolean;
  ports: Record<Part, number>;
  channel: (typeof CHANNELS)[number];
  /** Absolute. Each store admin's port has a folder of its own unless one is named, so that two demos never share one. */
  dataDir: string;
  /** The command that starts the same demo with some flags changed; `reset` never stays by itself. */
  command(changes: Record<string, string | true>): string;
};

/** Reads what was typed behind `npm run demo --`; the folder is found from `root`. A string says what is wrong with it. */
export function readDemoOptions(args: string[], root: string): DemoOptions | string {
  let given: ReturnType<typeof parse>;
  try {
    given = parse(args);
  } catch (error) {
    return sentenceOf(error) ?? String(error);
  }
  const { values, tokens } = given;
  const channel = CHANNELS.find((each) => each === values.channel);
  if (!channel) return `There is no channel "${values.channel}". Choose one of: ${CHANNELS.join(", ")}.`;
  for (const flag of Object.values(PORT_FLAGS))
    if (!isPort(values[flag])) return `--${flag} must be a port from 1 to 65535, not "${values[flag]}".`;
  const folder = values.port === FLAGS.port.default ? "demo" : `demo-${values.port}`;
  const typed = tokens.flatMap((token) =>
    token.kind === "option" && token.name !== "reset" && token.value !== undefined
      ? [[token.name, token.value] as const]
      : [],
  );
  return {
    reset: values.reset,
    ports: {
      sandbox: Number(values.port),
      app: Number(values["app-port"]),
      smtp: Number(values["smtp-port"]),
    },
    channel,
    dataDir: values.data === undefined ? path.join(root, ".data", folder) : path.resolve(values.data),
    command: (changes) => {
      const flags = Object.entries({ ...Object.fromEntries(typed), ...changes });
      const words = flags.map(([name, value]) =>
        value === true ? `--${name}` : `--${name} ${quoted(value)}`,
      );
      return ["npm run demo", ...(words.length > 0 ? ["--", ...words] : [])].join(" ");
    },
  };
}

const parse = (args: string[]) => parseArgs({ args, options: FLAGS, tokens: true });

const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** As a shell takes it back. */
const quoted = (value: string): string =>
  /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
