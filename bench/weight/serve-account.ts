import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { AS_STARTED } from "#scripts/as-started.ts";
import { freePort } from "#scripts/free-port.ts";
import { KEY } from "#test/harness/sync/account.ts";
import { readAccount, serveAccount } from "#test/harness/sync/children.ts";
import { embeddedPlaces } from "#test/harness/sync/places.ts";
import { endsWithUs } from "../ends-with-us.ts";
import { openAccount } from "../pages/account.ts";

const KEYS = { apiKey: "bench-key", apiSecret: "bench-weight-secret-0123456789" };
/** Shortly after the account was read (bench/pages/account.ts), so that nothing on it is old. */
const NOW = Temporal.Instant.from("2026-05-12T09:05:00Z");

export type ServedAccount = {
  /** A page of the app, as the admin opens it. */
  pageUrl(page: string): string;
  token(): string;
  stop(): Promise<void>;
};

/** The app, built and started as it is started, with an account of as many actions read into its own database. */
export async function serveAppWith(actions: number): Promise<ServedAccount> {
  const impact = await serveAccount(actions);
  const places = await embeddedPlaces();
  const target = await places.next();
  mkdirSync(target.dataDir, { recursive: true });
  const done = await readAccount(impact.url, target);
  if (done === "killed" || done.actions !== actions) throw new Error("The account was not read.");
  const { opened } = await openAccount({ url: impact.url, target });
  await opened.close();
  const shopify = await serveTokens();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const clockFile = path.join(target.dataDir, "clock.json");
  const offsetMs = NOW.epochMilliseconds - Date.now();
  writeFileSync(clockFile, JSON.stringify({ offsetMs }));
  const child = endsWithUs(
    spawn(
      process.execPath,
      [
        "--disable-warning=ExperimentalWarning",
        ...AS_STARTED,
        "--import",
        "./sandbox/admin/redirect-shop-calls.ts",
        "server.ts",
      ],
      {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          NODE_ENV: "development",
          PORT: String(port),
          SHOPIFY_API_KEY: KEYS.apiKey,
          SHOPIFY_API_SECRET: KEYS.apiSecret,
          SHOPIFY_APP_URL: url,
          SANDBOX_ORIGIN: shopify.url,
          CLOCK_FILE: clockFile,
          IMPACT_API_URL: impact.url,
          DATA_DIR: target.dataDir,
          DATABASE_URL: "",
          SEAL_KEYS: `bench:${Buffer.alloc(32, 7).toString("base64")}`,
          LINK_SECRET: "bench-weight-link-secret-of-32-characters",
          SMTP_URL: "smtp://localhost:1",
          MAIL_FROM: "Settled <notices@settled.example>",
          OPERATOR_ADDRESS: "1 Example Street",
          SUPPORT_ADDRESS: "help-desk@impact.test",
        },
      },
    ),
  );
  await answering(`${url}/readyz`, child);
  const who = { domain: KEY.shop, staffId: "42" };
  const token = () => mintSessionToken(KEYS, who, Date.now());
  return {
    token,
    pageUrl: (page) => {
      const host = Buffer.from(`admin.shopify.com/store/${KEY.shop.split(".")[0]}`).toString("base64url");
      const asked = new URLSearchParams({ embedded: "1", shop: KEY.shop, host, locale: "en" });
      return `${url}${page}?${asked}&id_token=${token()}`;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      shopify.stop();
      impact.stop();
      await places.clear();
    },
  };
}

/** What Shopify answers to the exchange of a session token; nothing else of it is asked for. */
async function serveTokens(): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url?.includes("graphql")) {
      // What the app asks of a store it does not know yet.
      const shop = { id: "gid://shopify/Shop/1", name: "Grosshaus", email: "owner@grosshaus.example" };
      response.end(
        JSON.stringify({ data: { shop: { ...shop, ianaTimezone: "Europe/Berlin", currencyCode: "EUR" } } }),
      );
      return;
    }
    response.end(
      JSON.stringify({
        access_token: randomBytes(8).toString("hex"),
        scope: "",
        expires_in: 3_600,
        refresh_token: randomBytes(8).toString("hex"),
        refresh_token_expires_in: 7_776_000,
      }),
    );
  });
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, stop: () => server.close() };
}

async function answering(url: string, child: { exitCode: number | null }): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error("The app ended before it answered.");
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The app did not start.");
}
