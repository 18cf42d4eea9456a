import type { ExitStage } from "./exit-stage.ts";

/** One look at everything two transactions write, so that nothing can move meanwhile. */
const LOOK = `SELECT
  (SELECT count(*)::int FROM "WebhookDelivery" WHERE shop = $1) AS webhooks,
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'handle-webhook' AND data->>'shop' = $1) AS "webhookJobs",
  (SELECT count(*)::int FROM "Shop" WHERE shop = $1 AND "uninstalledAt" IS NOT NULL) AS gone,
  (SELECT count(*)::int FROM "Session" WHERE shop = $1) AS sessions,
  (SELECT count(*)::int FROM "Connection" WHERE shop = $1 AND "sealedToken" IS NOT NULL) AS tokens,
  (SELECT count(*)::int FROM "OutboundMail" WHERE shop = $1) AS mails,
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'deliver-mail' AND data->>'shop' = $1) AS "mailJobs"`;

/** What was done by half: a webhook without its job, or an uninstall of which not all was written. */
export async function halvesOf(stage: ExitStage, shop: string): Promise<string[]> {
  const [row] = await stage.rowsOf(LOOK, shop);
  const { webhooks, webhookJobs, ...uninstall } = row as Record<string, number>;
  const stored = [webhooks, webhookJobs].join();
  const left = Object.values(uninstall).join();
  return [
    ...(["0,0", "1,1"].includes(stored) ? [] : [`by half: webhook and job ${stored}`]),
    ...(["0,1,1,0,0", "1,0,0,1,1"].includes(left) ? [] : [`by half: ${JSON.stringify(uninstall)}`]),
  ];
}
