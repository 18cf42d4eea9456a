import "./one-sentence.ts";
import { parseArgs } from "node:util";
import { createSealedValueStore } from "#app/adapters/db/sealed-value-store.server.ts";
import { createRewrapper } from "#app/adapters/seal/aes-seal.server.ts";
import { rotateKeys } from "#app/services/operations/rotate-keys.server.ts";
import { openForScript } from "./open-for-script.ts";

parseArgs({ options: {} });
const { config, opened } = await openForScript("npm run keys:rotate");
const report = await rotateKeys({
  values: createSealedValueStore(opened.prisma),
  rewrapper: createRewrapper(config.SEAL_KEYS),
});
await opened.close();
console.log(`${report.rewrapped} values are now sealed with the first key of SEAL_KEYS.`);
for (const { place, shop } of report.unreadable) console.log(`No key opens the ${place} of ${shop}.`);
if (report.left === 0) console.log("No value needs the other keys any more: take them out of SEAL_KEYS.");
else console.log(`${report.left} values still need another key. Keep it, and run this again.`);
process.exitCode = report.left === 0 ? 0 : 1;
