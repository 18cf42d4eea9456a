import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { childEnv } from "#test/child-env.ts";

const SECRET = "app-process-secret-0123456789";

type Start = { databaseUrl: string; role: "web" | "worker" | "all"; cwd?: string };

export type AppProcess = { origin: string; metrics(): Promise<string>; stop(): Promise<number | null> };

/** The app as a process of its own on a PostgreSQL, once it says that it is ready. `cwd`: another version of it. */
export async function startAppProcess({ databaseUrl, role, cwd }: Start): Promise<AppProcess> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const env = {
    NODE_ENV: "development" as const,
    ...childEnv(),
    PORT: String(port),
    ROLE: role,
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: "error",
    SHOPIFY_API_KEY: "process-key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    LINK_SECRET: "app-process-link-secret-of-32-characters",
    SMTP_URL: "smtp://localhost:1",
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@impact.test",
  };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "server.ts"], {
    env,
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const origin = `http://localhost:${port}`;
  await ready(origin, child);
  return {
    origin,
    metrics: async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(),
    stop: async () => {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      return (await exit)[0] as number | null;
    },
  };
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The app ended with ${child.exitCode}.`);
}

/** News of a change of scopes, which nothing has to be done about; its id. */
export async function sendScopes(
  origin: string,
  shop: string,
): Promise<{ status: number; webhookId: string }> {
  const body = JSON.stringify({ previous: [], current: ["read_products"] });
  const webhookId = randomUUID();
  const { status } = await fetch(`${origin}/webhooks/shopify`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": "app/scopes_update",
      "x-shopify-hmac-sha256": createHmac("sha256", SECRET).update(body).digest("base64"),
      "x-shopify-shop-domain": shop,
      "x-shopify-api-version": "2026-10",
      "x-shopify-webhook-id": webhookId,
    },
  });
  return { status, webhookId };
}
