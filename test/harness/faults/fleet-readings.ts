import { isDeepStrictEqual } from "node:util";
import { ACCOUNT, sidOf } from "#test/harness/sync/account.ts";
import { serveAccount } from "#test/harness/sync/children.ts";
import { digestOf } from "#test/harness/sync/digest.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { type ExitStage, pause } from "./exit-stage.ts";

const ACTIONS = 1_000;
const EVERY_MS = 10_000;
/** Readings of one account wait for each other, whichever store asks: each store has an account of its own. */
const MOST = 400;

/** Stores whose account is read by whichever worker is alive, while the fleet is killed. */
export async function startReadings(stage: ExitStage) {
  const impact = await serveAccount(ACTIONS, MOST);
  const shops: string[] = [];
  const accounts = new Map<string, string>();
  const keyOf = (shop: string) => ({ shop, accountSid: accounts.get(shop) ?? "" });

  async function begin(shop: string): Promise<void> {
    accounts.set(shop, sidOf(accounts.size));
    const { db, seal, clock } = stage.judge().deps;
    const now = clock.now();
    const gone = { uninstalledAt: null, mailStoppedAt: null, storeStop: null, storeNewsAt: null };
    const facts = { shopifyId: null, name: "Grosshaus", contactEmail: null, locale: "en", ...ACCOUNT };
    await db.shops.save({ shop, ...facts, installedAt: now, lastSeenAt: now, ...gone });
    const sealedToken = seal.seal(shop, "demo-token-large");
    const connected = { connectedAt: now, connectedBy: "staff-1" };
    await db.connections.save({ ...keyOf(shop), kind: "brand", sealedToken, ...connected });
    const data = { shop, purpose: "nightly" as const };
    await db.transact((work) => work.enqueue({ name: "sync-actions", data }));
  }

  async function isRead(shop: string): Promise<boolean> {
    const state = await stage.judge().deps.db.syncs.find(keyOf(shop));
    return state?.completedAt != null && state.finishedAt !== null;
  }

  const undisturbed = "reading-undisturbed.myshopify.com";

  return {
    /** Reads one account before anything is killed: what all others are compared with. */
    prepare: async (): Promise<void> => {
      await begin(undisturbed);
      for (const end = Date.now() + PATIENCE_MS; !(await isRead(undisturbed)); await pause(500))
        if (Date.now() > end) throw new Error("An account was not read although nobody disturbed it.");
    },
    settings: { IMPACT_API_URL: impact.url },
    begun: () => shops.length,
    run: async (isOver: () => boolean): Promise<void> => {
      for (let count = 0; !isOver() && accounts.size < MOST; count += 1, await pause(EVERY_MS)) {
        const shop = `reading-${count}.myshopify.com`;
        const isBegun = await begin(shop).then(
          () => true,
          () => false,
        );
        // Its store could not be made: the database was away.
        if (isBegun) shops.push(shop);
      }
    },
    /** What is not read after all, or not as an account that nobody disturbed. */
    wrong: async (patienceMs: number): Promise<string[]> => {
      const end = Date.now() + patienceMs;
      const problems: string[] = [];
      const { db } = stage.judge().deps;
      const whole = await digestOf(db, keyOf(undisturbed));
      if (whole.actions === 0 || !whole.sumsAgree) problems.push("the undisturbed account is not right");
      for (const shop of shops) {
        while (!(await isRead(shop)) && Date.now() < end) await pause(500);
        if (!(await isRead(shop))) {
          problems.push(`${shop}: its account was not read in time`);
          continue;
        }
        if (!isDeepStrictEqual(await digestOf(db, keyOf(shop)), whole))
          problems.push(`${shop}: read otherwise than the undisturbed account`);
      }
      return problems;
    },
    stop: () => impact.stop(),
  };
}
