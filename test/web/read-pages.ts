import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import type { ShopRow } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { readEverything } from "#app/services/sync/refresh-facts.server.ts";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { startSandbox } from "#test/sandbox/impact/server.ts";
import { installedShop, SECRET, startApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

const ACCOUNTS = {
  delinquent: ["IRdelinquentHarbor0006", "demo-token-delinquent"],
  story: ["IRs3StoryAcme0001", "demo-token-story"],
  "partner-small": ["IRpartnerTrail0009", "demo-token-partner-small"],
  agency: ["IRagencyNorthwind0011", "demo-token-agency"],
  trial: ["IRtrialLantern0005", "demo-token-trial"],
  "partner-zero": ["IRpartnerQuiet0010", "demo-token-partner-zero"],
} as const;
const fundingBalance = { amount: "0.00", asOf: "2026-05-12" };
/** What the merchant of an account tells. */
const FACTS: Partial<Record<keyof typeof ACCOUNTS, Facts>> = {
  story: { signedUpOn: "2026-05-12", fundingBalance },
  trial: { edition: "starter", signedUpOn: "2026-04-28", trialEndsOn: "2026-05-28", fundingBalance },
};
type Facts = Parameters<typeof saveFacts>[0]["facts"];

/** The app on the sandbox's impact.com on the demo's first day, and its pages as a reader sees them. */
export async function startPages() {
  const app = await startApp();
  const visits = visitsOf(app);
  const sandbox = await startSandbox({ faultTimes: { dripMs: 100, holdMs: 10_000 } });
  let syncs = 0;
  // Each reading is a little later than the one before, as on any clock.
  const clock = { now: () => sandbox.clock.now().add({ seconds: syncs }) };
  const impact = createImpactApi({
    baseUrl: sandbox.apiUrl,
    clock,
    log: { debug: () => undefined, warn: () => undefined },
    timeouts: { callMs: 1_500 },
    schemaDrifts: app.db.schemaDrifts,
    wait: async () => undefined,
  });
  const { deps } = app.container;
  Object.assign(deps, { clock, impact });
  const setFault = (body: object) =>
    sandbox.fetch("/impact/faults", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const read = async (shop: string) => {
    syncs += 1;
    const whole = { kind: "update", signal: new AbortController().signal, inBackground: false } as const;
    await readEverything({ shop, ...whole }, deps);
  };
  return {
    app,
    deps,
    read,
    /** Lets the story's account answer badly to everything. */
    breakStory: (kind: string) => setFault({ account: "story", kind, category: "all" }),
    mendStory: () => setFault({ account: "story", clear: true }),
    /** A store that connected one of the sandbox's accounts; a brand told its key facts as well. */
    aStore: async (key: keyof typeof ACCOUNTS, { stated = true } = {}): Promise<ShopRow> => {
      const row = await installedShop(app, { timeZone: "America/New_York" });
      const { shop } = row;
      const [accountSid, authToken] = ACCOUNTS[key];
      await connectAccount({ shop, actor: "staff", credentials: { accountSid, authToken } }, deps);
      const facts = FACTS[key];
      if (facts && stated) await saveFacts({ shop, actor: "staff", facts }, deps);
      await read(shop);
      return row;
    },
    /** An embedded page as Shopify's admin opens it. */
    adminPage: async (shop: string, path: string, locale: string) => {
      const keys = { apiKey: "web-test-key", apiSecret: SECRET };
      const query = new URLSearchParams({
        shop,
        locale,
        embedded: "1",
        host: Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url"),
        id_token: mintSessionToken(keys, { domain: shop, staffId: "42" }, Date.now()),
      });
      const response = await app.fetch(`${path}?${query}`);
      return seen(response.status, await response.text());
    },
    /** The pages outside the admin, for a store that left. */
    exitPages: async (row: ShopRow) => {
      await app.db.shops.save({ ...row, uninstalledAt: clock.now() });
      const { cookie } = await visits.visit(row);
      return async (path: string, locale: string) => {
        const address = `${path}${path.includes("?") ? "&" : "?"}locale=${locale}`;
        const response = await app.fetch(address, { headers: { cookie } });
        return seen(response.status, await response.text());
      };
    },
    stop: async () => {
      await app.stop();
      await sandbox.stop();
    },
  };
}

/** What a reader sees, and where the links lead. */
const seen = (status: number, html: string) => ({
  status,
  html,
  text: html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " "),
  links: [...html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.split("?")[0]),
});
