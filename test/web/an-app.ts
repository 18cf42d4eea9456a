import { existsSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "#app/config.server.ts";
import type { ShopRow } from "#app/ports/index.ts";
import { buildApp } from "#scripts/prepare.ts";
import { aShop } from "#test/factories/rows.ts";
import { layReadyDatabase } from "#test/ready-database.ts";
import { startFakeShopify } from "./fake-shopify.ts";
import { startMailbox } from "./mailbox.ts";

export const SECRET = "web-test-secret-0123456789";
export const OLD_SECRET = "web-test-old-secret-0123456789";
const BROWSER =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";

/** So long that a burst on a busy machine does not outlast it. */
const BURST_SECONDS = 600;

/**
 * The real app over real HTTP on an embedded database, with Shopify and the mail provider played here. The app's
 * modules are imported only once Shopify's stand-in listens: their library keeps the `fetch` it finds at import.
 */
export async function startApp({
  worker = false,
  proxies = 1,
  burst = 5_000,
  /** Takes every line the app logs, from "debug" up. */
  logTo = null as ((line: string) => void) | null,
} = {}) {
  if (!existsSync("build/server/index.js")) buildApp();
  const shopify = startFakeShopify();
  const mailbox = await startMailbox();
  const dataDir = await mkdtemp(path.join(tmpdir(), "settled-web-"));
  await layReadyDatabase(dataDir);
  const clockFile = path.join(dataDir, "clock.json");
  const moveClock = (days: number) =>
    writeFileSync(clockFile, JSON.stringify({ offsetMs: days * 24 * 3_600_000 }));
  moveClock(0);
  const config = {
    ...readConfig({
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      SHOPIFY_API_KEY: "web-test-key",
      SHOPIFY_API_SECRET: SECRET,
      SHOPIFY_API_SECRET_PREVIOUS: OLD_SECRET,
      SHOPIFY_API_SECRET_ROTATED_AT: new Date().toISOString(),
      TRUSTED_PROXIES: String(proxies),
      SHOPIFY_APP_URL: "http://localhost:3001",
      DATA_DIR: dataDir,
      SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
      LINK_SECRET: "web-test-link-secret-of-32-characters",
      SMTP_URL: mailbox.url,
      MAIL_FROM: "Settled <notices@settled.example>",
      OPERATOR_ADDRESS: "1 Example Street",
      SUPPORT_ADDRESS: "help-desk@impact.test",
      CLOCK_FILE: clockFile,
    }),
    PORT: 0,
  };
  const { createContainer } = await import("#app/container.server.ts");
  const { createLogger } = await import("#app/adapters/log/logger.server.ts");
  const { startHttp } = await import("#app/http.server.ts");
  const { createWebhookBurst } = await import("#app/adapters/limits/limits.server.ts");
  const container = {
    ...(await createContainer(config, logTo ? createLogger("debug", { write: logTo }) : undefined)),
    webhookRateLimit: createWebhookBurst({ warn: () => undefined }, burst, BURST_SECONDS),
  };
  const http = await startHttp(container);
  if (worker) {
    const { startWorker } = await import("#app/worker.server.ts");
    await startWorker(container);
  }
  const origin = `http://localhost:${http.port}`;
  return {
    origin,
    container,
    db: container.deps.db,
    shopify,
    mailbox,
    moveClock,
    /** A browser that follows no redirect. */
    fetch: (where: string, init: RequestInit = {}) =>
      fetch(`${origin}${where}`, {
        redirect: "manual",
        ...init,
        headers: { "user-agent": BROWSER, ...init.headers },
      }),
    stop: async () => {
      await http.close();
      await container.close();
      await mailbox.stop();
      shopify.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof startApp>>;

/** A store installed a day ago and last seen an hour ago, with its offline session. */
export async function installedShop(
  app: TestApp,
  overrides: Partial<ShopRow> = {},
  { tokenEnds = new Date(Date.now() + 3_600_000) } = {},
): Promise<ShopRow> {
  const now = Temporal.Now.instant().round("millisecond");
  const shop = aShop({
    installedAt: now.subtract({ hours: 24 }),
    lastSeenAt: now.subtract({ hours: 1 }),
    ...overrides,
  });
  const { Session } = await import("@shopify/shopify-api");
  await app.db.shops.save(shop);
  await app.container.shopify.sessionStorage.storeSession(
    new Session({
      id: `offline_${shop.shop}`,
      shop: shop.shop,
      state: "",
      isOnline: false,
      scope: "",
      accessToken: "shpat_stored",
      expires: tokenEnds,
      refreshToken: "shprt_stored",
      refreshTokenExpires: new Date(Date.now() + 90 * 86_400_000),
    }),
  );
  return shop;
}
