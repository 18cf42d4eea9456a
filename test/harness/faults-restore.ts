import "#scripts/one-sentence.ts";
import { takesNoWords } from "#scripts/bad-input.ts";
import { buildApp } from "#scripts/prepare.ts";
import { playRestore } from "./faults/restore-round.ts";

takesNoWords();
buildApp();
let failed = false;
for (const withLog of [false, true]) {
  console.log(withLog ? "With the provider's log taken over first:" : "Without the provider's log:");
  for (const { store, copies, messageIds, problems } of await playRestore({ withLog })) {
    const end = problems.join("; ") || "ok";
    console.log(`  ${store}: mailed ${copies} times under ${messageIds} Message-ID; ${end}`);
    failed ||= problems.length > 0;
  }
}
process.exit(failed ? 1 : 0);
