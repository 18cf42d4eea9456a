import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { Temporal } from "temporal-polyfill";
import { type Clock, DEMO_START, openClock } from "#sandbox/clock/clock.ts";
import { createImpactSandbox, type ImpactSandbox } from "#sandbox/impact/index.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

export interface Running {
  clock: Clock;
  sandbox: ImpactSandbox;
  /** Where the API is served. */
  apiUrl: string;
  /** Sends a request to the server; redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** `GET` of an API path below `/Advertisers/{SID}` as JSON. */
  get(path: string): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>;
  /** A form sent by a person in the web UI or to the clock. */
  post(path: string, fields: Record<string, string | string[]>): Promise<Response>;
  moveTo(day: string): void;
  /** Stops the server and starts another one over the same files. */
  restart(): Promise<Running>;
  stop(): Promise<void>;
}

export interface Options {
  accounts?: readonly PreparedAccount[];
  sid?: string;
  token?: string;
  dataDir?: string;
  faultTimes?: { dripMs: number; holdMs: number };
}

/** Serves the sandbox on a free port, with the time standing still at the demo's start. */
export async function startSandbox(options: Options = {}): Promise<Running> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "impact-sandbox-"));
  const { sid = "IRs3StoryAcme0001", token = "demo-token-story" } = options;
  const systemNow = () => DEMO_START.epochMilliseconds;
  const clock = openClock(join(dataDir, "clock.json"), { systemNow });
  const sandbox = createImpactSandbox({ ...options, clock, dataDir, log: { info: () => undefined } });
  const app = express()
    .use("/impact-api", sandbox.api)
    .use("/impact", sandbox.ui)
    .use("/", sandbox.clockRouter);
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, "127.0.0.1", () => resolve(started));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const authorization = `Basic ${Buffer.from(`${sid}:${token}`).toString("base64")}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const running: Running = {
    clock,
    sandbox,
    apiUrl: `${origin}/impact-api`,
    fetch: (path, init) => fetch(`${origin}${path}`, { redirect: "manual", ...init }),
    async get(path) {
      const headers = { accept: "application/json", authorization };
      const response = await running.fetch(`/impact-api/Advertisers/${sid}${path}`, { headers });
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, body };
    },
    post(path, fields) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one);
      return running.fetch(path, { method: "POST", body });
    },
    moveTo: (day) => {
      clock.moveTo(Temporal.ZonedDateTime.from(`${day}T09:00[America/New_York]`).toInstant());
    },
    async restart() {
      await close();
      return startSandbox({ ...options, dataDir });
    },
    async stop() {
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return running;
}
