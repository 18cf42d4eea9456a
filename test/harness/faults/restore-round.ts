import { once } from "node:events";
import { freePort } from "#scripts/free-port.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { deliver, seedShop } from "./exit-shop.ts";
import { pause, startExitStage, wrongAfterUninstall } from "./exit-stage.ts";

/** What each store had gone through when the backup was made; afterwards all three were warned. */
export const STORES = ["warned-before", "being-warned", "still-installed"] as const;
export type Restored = {
  store: (typeof STORES)[number];
  copies: number;
  messageIds: number;
  problems: string[];
};

const BACKUP_HOURS = 6;

/**
 * A backup is made, the rest of the uninstalls happens, and six hours later the database is put back to it. Shopify sends
 * none of the webhooks again; what the app finds by itself is all there is, and the provider's log, when it is taken over.
 */
export async function playRestore({ withLog }: { withLog: boolean }): Promise<Restored[]> {
  const stage = await startExitStage();
  const { server } = stage;
  const shopOf = (store: string) => `${store}-${Date.now()}.myshopify.com`;
  const shops = STORES.map((store) => ({ store, shop: shopOf(store) }));
  for (const { shop } of shops) await seedShop(stage.judge(), shop);
  const [before, during, after] = shops.map(({ shop }) => shop) as [string, string, string];
  let app = await stage.startApp(await freePort());
  const uninstall = async (shop: string) => {
    if ((await deliver(app.port, shop, `webhook-${shop}`, stage.secret)) !== 200)
      throw new Error("The webhook was not taken.");
  };
  const warned = async (shop: string) => {
    if ((await stage.untilSent(shop, `webhook-${shop}`)) === "late") throw new Error("No warning in time.");
  };

  await uninstall(before);
  await warned(before);
  await app.order({ step: "before-send", delayMs: 0, act: "wait" });
  const reached = once(app.process, "message");
  await uninstall(during);
  await reached;
  // The second warning is written and not sent: that is the backup.
  await server.halt();
  await server.backUp();
  await server.start();
  await app.order({ step: null, delayMs: 0, act: "wait" });
  await uninstall(after);
  await warned(after);
  await stage.endLeases();
  await warned(during);

  app.process.kill("SIGKILL");
  await stage.dismissJudge();
  await server.halt();
  await server.restore();
  await server.start();
  stage.moveClock(BACKUP_HOURS);
  await stage.callJudge();
  if (withLog) stage.noteSentMails(stage.provider.taken.map(({ messageId }) => messageId).join("\n"));
  app = await stage.startApp(await freePort());
  await stage.endLeases();
  // Its night comes by itself, within a day.
  await stage.rowsOf(`UPDATE "Shop" SET "nightAt" = NULL WHERE $1 <> ''`, "every store");
  await stage.judge().boss.send("hourly-round");
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    const pending = await Promise.all(shops.map(({ shop }) => isPending(shop)));
    if (!pending.includes(true)) break;
  }
  const found = await Promise.all(
    shops.map(async ({ store, shop }) => {
      const copies = stage.copiesOf(shop);
      const messageIds = new Set(copies.map(({ messageId }) => messageId)).size;
      const maxCopies = withLog || store === "warned-before" ? 1 : 2;
      const problems = await wrongAfterUninstall(stage, shop, maxCopies);
      return { store, copies: copies.length, messageIds, problems };
    }),
  );
  app.process.kill("SIGKILL");
  await stage.stop();
  return found;

  async function isPending(shop: string): Promise<boolean> {
    if (!(await stage.judge().deps.db.shops.find(shop))?.uninstalledAt) return true;
    const mails = await stage.rowsOf(`SELECT state FROM "OutboundMail" WHERE shop = $1`, shop);
    return mails.some(({ state }) => state !== "sent");
  }
}
