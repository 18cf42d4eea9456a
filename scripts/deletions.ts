import "./one-sentence.ts";
import { createDeletionStore } from "#app/adapters/db/after-uninstall-stores.server.ts";
import { currentPseudonym } from "#app/services/pseudonym.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { openForScript } from "./open-for-script.ts";
import { storeNamed } from "./store-named.ts";

/** Says when data of a store was erased; only who knows its domain can ask. */
const shop = storeNamed("npm run deletions");
const { config, opened } = await openForScript("npm run deletions");
const store = createDeletionStore(opened.prisma);
const settings = { secrets: deriveSecrets(config.LINK_SECRET, config.LINK_SECRET_PREVIOUS) };
const records = await store.ofShop(await currentPseudonym("shop", shop, { settings, store }));
await opened.close();
for (const { erasedAt, cause, erased } of records) {
  const rows = Object.values(erased).reduce((sum, count) => sum + count, 0);
  console.log(`${erasedAt.toString()}: ${rows} rows erased (${cause}).`);
}
if (records.length === 0) console.log("No record says that data of this store was erased.");
