import type { handOver } from "#app/services/requests/hand-over.server.ts";

/** What a merchant hands over in a fault round: nothing left open, no account named. */
export const A_REQUEST = {
  actor: "merchant",
  route: "starter-ticket",
  subject: "Please close my account",
  body: "Please close it.",
  reason: null,
  openItems: [],
  accounts: [],
  proof: "Settled: only the merchant names this account.",
} satisfies Omit<Parameters<typeof handOver>[0], "shop">;
