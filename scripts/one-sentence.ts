import { sentenceOf } from "./bad-input.ts";

/** A script that imports this file says what ends it in one sentence, with an exit code that is not zero. */
process.on("uncaughtException", (error) => {
  process.stderr.write(`${sentenceOf(error) ?? error.stack ?? String(error)}\n`);
  process.exit(1);
});
