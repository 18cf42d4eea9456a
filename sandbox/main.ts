import { pino } from "pino";
import { readSettings } from "./config.ts";
import { PortTaken } from "./listen.ts";
import { startSandbox } from "./start.ts";

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const read = readSettings(process.env);
if (!read.ok) fail(["The sandbox cannot start:", ...read.problems].join("\n  "));
else {
  try {
    const sandbox = await startSandbox(read.settings, pino(pino.destination(2)));
    process.stdout.write(
      `${JSON.stringify({ event: "ready", url: sandbox.url, smtpPort: sandbox.smtpPort })}\n`,
    );
    const stop = () => sandbox.stop().then(() => process.exit(0));
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  } catch (cause) {
    if (cause instanceof PortTaken) fail(cause.message);
    throw cause;
  }
}
