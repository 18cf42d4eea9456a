import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { BadInput, wholeNumber } from "#scripts/bad-input.ts";
import { serveAccount } from "./sync/children.ts";
import { killProof } from "./sync/kill-proof.ts";
import { embeddedPlaces, postgresPlaces } from "./sync/places.ts";

const { values } = parseArgs({
  options: {
    points: { type: "string", default: "50" },
    actions: { type: "string", default: "20000" },
    database: { type: "string", default: "postgresql" },
  },
});

const points = wholeNumber(values.points, { from: 1, example: "npm run faults:sync -- --points 50" });
const actions = wholeNumber(values.actions, { from: 1, example: "npm run faults:sync -- --actions 20000" });
const DATABASES = ["postgresql", "embedded"];
if (!DATABASES.includes(values.database))
  throw new BadInput(`There is no database "${values.database}". Choose one of: ${DATABASES.join(", ")}.`);

const served = await serveAccount(actions);
const places = values.database === "embedded" ? await embeddedPlaces() : await postgresPlaces();
try {
  const proof = await killProof(served.url, points, places.next);
  console.log(
    `${values.database}: ${proof.killed} of ${points} first readings of ${proof.undisturbed.actions} actions killed; ` +
      `${proof.different.length} ended differently from an undisturbed one.`,
  );
  for (const { killAfterMs, found } of proof.different)
    console.log(`  killed after ${killAfterMs} ms:`, found);
  process.exitCode = proof.different.length === 0 && proof.undisturbed.sumsAgree ? 0 : 1;
} finally {
  served.stop();
  await places.clear();
}
