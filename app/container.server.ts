import { randomUUID } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createFileOrSystemClock } from "./adapters/clock/clock.server.ts";
import { openDatabase } from "./adapters/db/open-database.server.ts";
import { createSessionStorage } from "./adapters/db/session-storage.server.ts";
import { createDatabase } from "./adapters/db/stores.server.ts";
import { readPackScript } from "./adapters/evidence/pack-script.server.ts";
import { noteDeskOddities } from "./adapters/helpdesk/desk-schema-drift.server.ts";
import { createHelpDesk } from "./adapters/helpdesk/help-desk.server.ts";
import { createImpactApi } from "./adapters/impact/client.server.ts";
import { createLimits, createStoreBurst, createWebhookBurst } from "./adapters/limits/limits.server.ts";
import { withLogContext } from "./adapters/log/log-context.server.ts";
import { createLogger } from "./adapters/log/logger.server.ts";
import { createSmtpMailer } from "./adapters/mail/smtp-mailer.server.ts";
import { createMetrics } from "./adapters/metrics/metrics.server.ts";
import { createDeadJobList } from "./adapters/queue/dead-jobs.server.ts";
import { enqueueWith, startQueue } from "./adapters/queue/queue.server.ts";
import { createWorkers } from "./adapters/queue/workers.server.ts";
import { createSeal } from "./adapters/seal/aes-seal.server.ts";
import { createFlowTriggers } from "./adapters/shopify/flow-triggers.server.ts";
import { createShopAccess } from "./adapters/shopify/shop-access.server.ts";
import { readShopProfile } from "./adapters/shopify/shop-profile.server.ts";
import { type AuthenticatedShop, createShopifyApp } from "./adapters/shopify/shopify-app.server.ts";
import { createStaffDirectory } from "./adapters/shopify/staff-directory.server.ts";
import { createUninstallFeed } from "./adapters/shopify/uninstall-feed.server.ts";
import { createWebhookVerifier } from "./adapters/shopify/verify-webhook.server.ts";
import { createWorkPool } from "./adapters/workers/work-pool.server.ts";
import type { Config } from "./config.server.ts";
import { deskName } from "./config-channel.server.ts";
import { createTurns } from "./http/turns.ts";
import type { Deps } from "./services/deps.ts";
import { deriveSecrets } from "./services/secrets.ts";
import { saveInstall } from "./services/uninstall/save-install.server.ts";

const MIGRATIONS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../prisma/migrations");

/** Builds everything once, from settings to use-case dependencies. The only place that knows all adapters. */
export async function createContainer(config: Config, log = createLogger(config.LOG_LEVEL)) {
  const clock = createFileOrSystemClock(config.CLOCK_FILE);
  const opened = await openDatabase({
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    migrationsDir: MIGRATIONS,
    holder: "the Settled app",
    works: config.ROLE !== "web",
  });
  await startQueue(opened.boss, (error) => log.error({ err: error }, "queue"));
  const seal = createSeal(config.SEAL_KEYS, "connection");
  const sessions = createSessionStorage(opened.prisma, createSeal(config.SEAL_KEYS, "session"));
  const mailer = createSmtpMailer({
    url: config.SMTP_URL,
    from: config.MAIL_FROM,
    ehloName: config.SMTP_EHLO_NAME,
  });
  const sender = addressOf(config.MAIL_FROM);
  const db = createDatabase(opened, enqueueWith(opened.boss));
  const pool = createWorkPool(log);
  const deadJobs = createDeadJobList(opened.boss);
  const metrics =
    config.METRICS_PORT === undefined
      ? null
      : createMetrics({ stuck: db.stuck, deadJobs, clock, database: opened });
  const deps: Deps = {
    db,
    clock,
    seal,
    impact: createImpactApi({
      baseUrl: config.IMPACT_API_URL,
      clock,
      log,
      budget: db.callBudgets,
      schemaDrifts: db.schemaDrifts,
      timeouts: { callMs: config.IMPACT_TIMEOUT_SECONDS * 1_000 },
    }),
    mailer,
    packScript: readPackScript,
    pdf: pool.pdf,
    reckoner: pool.reckoner,
    helpDesk: createHelpDesk(config.channel, {
      mailer,
      domain: sender.split("@").at(-1) ?? sender,
      note: noteDeskOddities(db.schemaDrifts, clock),
    }),
    log,
    access: createShopAccess(config, sessions),
    staff: createStaffDirectory(config, log),
    flow: createFlowTriggers(config, sessions),
    uninstallFeed: createUninstallFeed(config),
    limits: createLimits(opened.prisma, log),
    deadJobs,
    settings: {
      appUrl: config.SHOPIFY_APP_URL.replace(/\/$/, ""),
      impactAppUrl: config.IMPACT_APP_URL.replace(/\/$/, ""),
      secrets: deriveSecrets(config.LINK_SECRET, config.LINK_SECRET_PREVIOUS),
      channel: config.channel.TICKET_CHANNEL,
      supportAddress: deskName(config.channel),
      operator: {
        name: config.OPERATOR_NAME,
        address: config.OPERATOR_ADDRESS,
        mailFrom: config.MAIL_FROM,
      },
      alertAddress: config.OPERATOR_ALERT_ADDRESS ?? sender,
    },
  };
  const install = async ({ shop, graphql }: AuthenticatedShop) => {
    await saveInstall({ shop, profile: await readShopProfile(graphql) }, deps);
  };
  const shopify = createShopifyApp(config, sessions, install);
  return {
    config,
    log,
    deps,
    shopify,
    install,
    boss: opened.boss,
    metrics,
    /** Whatever is logged meanwhile names this request, and the case it is about. */
    withRequest: (reference: string | null, run: () => void) =>
      withLogContext({ request: randomUUID(), ...(reference && { case: reference }) }, run),
    /** What takes jobs from the queue, once in a process that works. */
    startWorkers: () => createWorkers(opened, (error) => log.error({ err: error }, "queue")),
    databaseKind: opened.kind,
    readMailReport: pool.readMailReport,
    verifyWebhook: createWebhookVerifier(config, clock),
    webhookRateLimit: createWebhookBurst(log),
    storeRateLimit: createStoreBurst(log),
    turns: createTurns(),
    /** Throws unless the database answers and takes what is written; what was the primary may be a stand-by now. */
    ready: async (): Promise<void> => {
      const [row] = await opened.prisma.$queryRaw<{ mode: string }[]>`
        SELECT current_setting('transaction_read_only') AS mode`;
      if (row?.mode !== "off") throw new Error("The database is read-only.");
    },
    /** Lets running jobs end, for half of the time there is, then closes the database; nothing that was accepted is lost. */
    close: async () => {
      await opened.boss.stop({ graceful: true, timeout: config.DRAIN_SECONDS * 500 });
      await pool.close();
      await opened.close();
    },
  };
}

/** "Settled <notices@settled.example>" or a bare address. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

export type Container = Awaited<ReturnType<typeof createContainer>>;
