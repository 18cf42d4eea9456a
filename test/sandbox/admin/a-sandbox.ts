import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { readDeclaredApp } from "#sandbox/admin/declared-app.ts";
import type { SandboxSettings } from "#sandbox/config.ts";
import { listen } from "#sandbox/listen.ts";
import { type Sandbox, startSandbox } from "#sandbox/start.ts";

export const keys = { apiKey: "the-key", apiSecret: "the-secret" };
export const domain = "acme-outdoor.myshopify.com";

export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A stand-in for the app that records webhooks and answers each with the next status of `statuses`, then 200. */
export async function anApp(statuses: number[] = []): Promise<{ url: string; received: ReceivedWebhook[] }> {
  const received: ReceivedWebhook[] = [];
  const server = createServer(async (req, res) => {
    received.push({ headers: req.headers, body: await text(req) });
    res.writeHead(statuses.shift() ?? 200).end();
  });
  const port = await listen(server, 0, "none");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, received };
}

export function settingsFor(overrides: Partial<SandboxSettings> = {}): SandboxSettings {
  const dataDir = mkdtempSync(join(tmpdir(), "sandbox-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return {
    port: 0,
    smtpPort: 0,
    dataDir,
    appUrl: "http://127.0.0.1:9",
    app: readDeclaredApp(),
    helpDeskAddress: "help-desk@sandbox.example",
    helpDeskApiKey: "desk-key",
    partnerToken: "partner-token-of-the-sandbox",
    webhookRetryMs: 1,
    ...keys,
    ...overrides,
  };
}

/** A running sandbox on free ports with an empty data folder; it stops with the test. */
export async function aSandbox(overrides: Partial<SandboxSettings> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(settingsFor(overrides));
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

/** Sends a form as a browser would, without following the redirect. */
export const postForm = (url: string, fields: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

export const postJson = (
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  });
