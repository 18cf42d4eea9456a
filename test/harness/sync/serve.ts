import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import express from "express";
import { Temporal } from "temporal-polyfill";
import { openClock } from "#sandbox/clock/clock.ts";
import { createImpactSandbox } from "#sandbox/impact/index.ts";
import { largeAccount } from "#sandbox/impact/seeds/large.ts";
import { sidOf } from "./account.ts";

/** Serves the sandbox's large account until it is killed. Arguments: number of actions, and of accounts that are alike. */
const [count = "20000", alike = "1"] = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(tmpdir(), "settled-sync-"));
const frozen = Temporal.Instant.from("2026-05-12T09:00:00Z");
const clock = openClock(path.join(dataDir, "clock.json"), { systemNow: () => 0, initial: frozen });
const accounts = Array.from({ length: Number(alike) }, (_, index) =>
  largeAccount(Number(count), { perHour: 1_000_000 }, sidOf(index)),
);
const sandbox = createImpactSandbox({ clock, dataDir, log: { info: () => undefined }, accounts });
const server = express()
  .use("/impact-api", sandbox.api)
  .listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    process.stdout.write(`http://127.0.0.1:${port}/impact-api\n`);
  });
