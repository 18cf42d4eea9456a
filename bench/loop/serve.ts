import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readPackScript } from "#app/adapters/evidence/pack-script.server.ts";
import { createWorkPool } from "#app/adapters/workers/work-pool.server.ts";
import { createTurns } from "#app/http/turns.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { openAccount, type ReadAccount } from "../pages/account.ts";
import { HEAVY, SHOP } from "./uses.ts";

/** How often each is asked for at once. */
const AT_ONCE = 5;
const WARM_UP_MS = 500;

/** Answers a probe and, told the name of a use, makes it five times at once; prints a line about each. Argument: the account as JSON. */
const account: ReadAccount = JSON.parse(process.argv[2] ?? "");
const { deps: opened, opened: database } = await openAccount(account);
const pool = createWorkPool();
const settings = {
  appUrl: "https://settled.example",
  impactAppUrl: "https://app.impact.com",
  secrets: deriveSecrets("bench-link-secret-of-32-characters", []),
  channel: "smtp" as const,
  supportAddress: "help-desk@impact.test",
  operator: {
    name: "Settled",
    address: "1 Example Street",
    email: "help@settled.example",
    mailFrom: "notices@settled.example",
  },
  alertAddress: "operator@settled.example",
};
/** Nothing is limited here. */
const limits = { count: async () => null, waitFor: async () => null, giveBack: async () => undefined };
const deps = {
  ...opened,
  settings,
  limits,
  pdf: pool.pdf,
  reckoner: pool.reckoner,
  packScript: readPackScript,
};
await handOver(
  {
    shop: SHOP,
    actor: "bench",
    subject: "Please close",
    body: "Please close it.\n请关闭。",
    reason: null,
    route: "starter-ticket",
    openItems: [],
    accounts: [],
    proof: "Settled: the account is named by the merchant only.",
  },
  deps,
);
const turns = createTurns();
const server = createServer((_request, response) => response.end("ok"));
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
say({ port: (server.address() as AddressInfo).port });
for (const [name, use] of Object.entries(HEAVY)) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
  delay.enable();
  say({ begun: name });
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const end = await turns.take(SHOP);
      try {
        await use(deps);
      } finally {
        end?.();
      }
    }),
  );
  delay.disable();
  say({ ended: name, blockedMs: delay.max / 1e6 });
}
await pool.close();
await database.close();
process.exit(0);
