import "./one-sentence.ts";
import { readAsked, USAGE } from "./ops/asked.ts";
import { openDesk } from "./ops/open-desk.ts";
import { VERBS } from "./ops/verbs.ts";

const words = process.argv.slice(2);
if (words.length === 0) {
  console.log(USAGE);
  process.exit(0);
}
// Before the database is opened: what was typed wrong must change nothing.
const asked = readAsked(words);
const { desk, close } = await openDesk(`npm run ops -- ${asked.verb}`);
try {
  const { said, done } = await VERBS[asked.verb](asked, desk);
  for (const line of said) (done ? console.log : console.error)(line);
  process.exitCode = done ? 0 : 1;
} finally {
  await close();
}
