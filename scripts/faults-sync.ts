import { parseArgs } from "node:util";
import { generateClient } from "./prepare.ts";
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

generateClient();
const served = await serveAccount(Number(values.actions));
const places = values.database === "embedded" ? await embeddedPlaces() : await postgresPlaces();
try {
  const proof = await killProof(served.url, Number(values.points), places.next);
  console.log(
    `${values.database}: ${proof.killed} of ${values.points} first readings of ${proof.undisturbed.actions} actions killed; ` +
      `${proof.different.length} ended differently from an undisturbed one.`,
  );
  for (const { killAfterMs, found } of proof.different)
    console.log(`  killed after ${killAfterMs} ms:`, found);
  process.exitCode = proof.different.length === 0 && proof.undisturbed.sumsAgree ? 0 : 1;
} finally {
  served.stop();
  await places.clear();
}
