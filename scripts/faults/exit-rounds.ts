import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { Session } from "@shopify/shopify-api";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { ROOT } from "#scripts/prepare.ts";
import { stackEnv } from "#scripts/stack.ts";
import { freePort, postgresPlaces } from "../sync/places.ts";
import { startGoneShopify, startProvider } from "./exit-places.ts";
import { EXIT_STEPS, type ExitStep, type Order } from "./exit-steps.ts";
import { seeded } from "./steps.ts";

export type ExitRound = { seed: number; deaths: ExitStep[]; copies: number; problems: string[] };

const ANY_TIME_MS = 400;
const PATIENCE_MS = 60_000;
const POLL_MS = 20;
const PRELOAD = [
  "--disable-warning=ExperimentalWarning",
  "--import",
  "./sandbox/admin/redirect-shop-calls.ts",
];

/** One real PostgreSQL, one mail provider and one Shopify for all rounds; each round is a shop of its own. */
export async function startExitRounds() {
  const places = await postgresPlaces();
  const place = await places.next();
  const [shopify, provider] = await Promise.all([startGoneShopify(), startProvider()]);
  const ports = { sandbox: 9, app: await freePort(), smtp: 9 };
  const { dataDir, databaseUrl = "" } = place;
  const env: NodeJS.ProcessEnv = {
    ...stackEnv({ dataDir, ports, databaseUrl }),
    SANDBOX_ORIGIN: shopify.url,
    SMTP_URL: provider.url,
    CLOCK_FILE: "",
    LOG_LEVEL: "silent",
  };
  // The judge looks at the same database, and works nothing off.
  const judge = await createContainer(readConfig(env));
  const { db } = judge.deps;
  let child: ChildProcess | null = null;

  const alive = async (): Promise<ChildProcess> => {
    if (child && child.exitCode === null && child.signalCode === null) return child;
    const args = [...PRELOAD, "scripts/faults/exit-child.ts"];
    child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    await Promise.race([
      once(child, "message"),
      once(child, "exit").then(() => {
        throw new Error("The app ended before it was ready.");
      }),
    ]);
    return child;
  };
  const order = async (to: ChildProcess, what: Order) => {
    const armed = once(to, "message");
    to.send(what);
    await armed;
  };
  /** What the dead process had in hand is given back when its heartbeat has stopped for a minute; here, at once. */
  const endLeases = async () => {
    const sql = `UPDATE pgboss.job SET started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour'
      WHERE state = 'active'`;
    await judge.boss.getDb().executeSql(sql, []);
    // Looked after once a minute; here, at once.
    await judge.boss
      .getDb()
      .executeSql("UPDATE pgboss.queue SET monitor_claim_on = NULL, monitor_on = NULL", []);
    await judge.boss.supervise();
    await judge.boss
      .getDb()
      .executeSql("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'", []);
  };

  async function round(seed: number): Promise<ExitRound> {
    const random = seeded(seed);
    const shop = `exit-${seed}-${Date.now()}.myshopify.com`;
    await seedShop(judge, shop);
    const webhookId = `webhook-${shop}`;
    const deaths: ExitStep[] = [];
    const [first = "any-time"] = EXIT_STEPS.slice(seed % EXIT_STEPS.length);
    const plan: ExitStep[] = random() < 0.3 ? [first, "any-time"] : [first];
    let isStored = false;
    const started = Date.now();
    for (;;) {
      const step = plan.shift() ?? null;
      const process = await alive();
      await order(process, { step, delayMs: Math.floor(random() * ANY_TIME_MS) });
      const exit = once(process, "exit").then(() => "died" as const);
      // Shopify sends it again until it is answered.
      if (!isStored) isStored = await deliver(ports.app, shop, webhookId, String(env.SHOPIFY_API_SECRET));
      const end = await Promise.race([exit, untilSent(shop, webhookId)]);
      if (end === "done" && step !== "any-time" && step !== "after-mark") break;
      if (end === "late") return { seed, deaths, copies: 0, problems: ["no mail in time"] };
      if (end === "done" && (await Promise.race([exit, pause(ANY_TIME_MS + 100)])) !== "died") break;
      if (step) deaths.push(step);
      await endLeases();
      if (Date.now() - started > PATIENCE_MS) return { seed, deaths, copies: 0, problems: ["too slow"] };
    }
    const copies = provider.taken.filter(({ to }) => to === addressOf(shop));
    return { seed, deaths, copies: copies.length, problems: await judged(shop, webhookId, deaths, copies) };
  }

  async function untilSent(shop: string, webhookId: string): Promise<"done" | "late"> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(POLL_MS)) {
      if (!(await db.webhooks.find(shop, webhookId))?.handledAt) continue;
      if ((await mailsOf(shop)).every(({ state }) => state === "sent")) return "done";
    }
    return "late";
  }

  const mailsOf = async (shop: string) => {
    const sql = `SELECT purpose, state FROM "OutboundMail" WHERE shop = $1`;
    const { rows } = await judge.boss.getDb().executeSql(sql, [shop]);
    return rows as { purpose: string; state: string }[];
  };

  async function judged(
    shop: string,
    webhookId: string,
    deaths: ExitStep[],
    copies: { messageId: string }[],
  ) {
    const problems: string[] = [];
    const mails = await mailsOf(shop);
    if (mails.length !== 1 || mails[0]?.purpose !== "uninstall-warning")
      problems.push(`${mails.length} mails`);
    if (new Set(copies.map(({ messageId }) => messageId)).size !== 1)
      problems.push("more than one Message-ID");
    const excused = deaths.filter((step) => step === "after-send" || step === "any-time").length;
    if (copies.length > 1 + excused) problems.push(`${copies.length} copies`);
    const outcome = (await db.webhooks.find(shop, webhookId))?.outcome ?? "";
    // A death after the uninstall's commit lets the same webhook find its own work done.
    if (!["warned", "already-uninstalled"].includes(outcome)) problems.push(`outcome ${outcome}`);
    if (!(await db.shops.find(shop))?.uninstalledAt) problems.push("still taken for installed");
    if ((await db.connections.find(shop))?.sealedToken !== null) problems.push("the token is still there");
    if ((await judge.shopify.sessionStorage.findSessionsByShop?.(shop))?.length !== 0)
      problems.push("a session is still there");
    return problems;
  }

  return {
    round,
    stop: async () => {
      child?.kill("SIGKILL");
      await judge.close();
      await provider.stop();
      shopify.stop();
      await places.clear();
    },
  };
}

const pause = (ms: number): Promise<"waited"> =>
  new Promise((resolve) => setTimeout(() => resolve("waited"), ms));
const addressOf = (shop: string) => `owner@${shop.replace("myshopify.com", "example")}`;

async function seedShop(judge: Awaited<ReturnType<typeof createContainer>>, shop: string): Promise<void> {
  const installedAt = Temporal.Now.instant().round("millisecond").subtract({ hours: 24 });
  const { db, seal } = judge.deps;
  const facts = { shopifyId: null, name: "Acme Outdoor", locale: "en", timeZone: "UTC", currency: "USD" };
  const times = { installedAt, lastSeenAt: installedAt, uninstalledAt: null, mailStoppedAt: null };
  await db.shops.save({ shop, contactEmail: addressOf(shop), ...facts, ...times });
  await judge.shopify.sessionStorage.storeSession(
    new Session({
      id: `offline_${shop}`,
      shop,
      state: "",
      isOnline: false,
      scope: "",
      accessToken: "shpat_of_a_fault_round",
    }),
  );
  const sealedToken = seal.seal(shop, "an-impact-token");
  const connection = {
    kind: "brand" as const,
    accountSid: "IRfaults00000001",
    connectedAt: installedAt,
    connectedBy: "staff-1",
  };
  await db.connections.save({ shop, sealedToken, ...connection });
}

/** True when the app said 200; false when the line broke, as it does when the process dies. */
async function deliver(port: number, shop: string, webhookId: string, secret: string): Promise<boolean> {
  const body = JSON.stringify({ id: 1, name: "Acme Outdoor", myshopify_domain: shop });
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": "app/uninstalled",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": shop,
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": webhookId,
    "x-shopify-event-id": webhookId,
    "x-shopify-triggered-at": new Date().toISOString(),
  };
  const init = { method: "POST", headers, body, signal: AbortSignal.timeout(5_000) };
  return fetch(`http://localhost:${port}/webhooks/shopify`, init).then(
    ({ ok }) => ok,
    () => false,
  );
}
