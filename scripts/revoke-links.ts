import "./one-sentence.ts";
import { createFileOrSystemClock } from "#app/adapters/clock/clock.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { revokeLinks } from "#app/services/exit/revoke-links.server.ts";
import { openForScript } from "./open-for-script.ts";
import { storeNamed } from "./store-named.ts";

/** Ends every link of one store, as when its mailbox fell into other hands. */
const shop = storeNamed("npm run links:revoke");
const { config, opened } = await openForScript("npm run links:revoke");
const db = createDatabase(opened, () => Promise.reject(new Error("Nothing is enqueued here.")));
const clock = createFileOrSystemClock(config.CLOCK_FILE);
const outcome = await revokeLinks({ shop }, { db, clock });
await opened.close();
const SAID = {
  revoked: `No link of ${shop} works any more. Whoever asks for a new one gets it at the address on file.`,
  "unknown-shop": `No store ${shop} is known here. It may have been erased, and its links with it.`,
  "no-store-address": `${shop} is no store's address. It ends in .myshopify.com.`,
};
if (outcome === "revoked") console.log(SAID[outcome]);
else console.error(SAID[outcome]);
process.exitCode = outcome === "revoked" ? 0 : 1;
