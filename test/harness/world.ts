import { Temporal } from "temporal-polyfill";
import type {
  Clock,
  Mail,
  OutboundEventRow,
  SendOutcome,
  ShopAccess,
  TicketToSend,
} from "#app/ports/index.ts";
import { createFakeFlow, fakePdf, fakeSeal, fakeSettings } from "#test/fakes/deps.ts";
import { createFakeLimits } from "#test/fakes/limits.ts";
import { createFakeDeadJobs } from "#test/fakes/memory-alarm.ts";
import { createMemoryDatabase } from "#test/fakes/memory-database.ts";
import { type Crash, crashing } from "./crash.ts";
import { createPlayedDesk } from "./desk.ts";
import { createPlayedImpact } from "./impact.ts";

/** What Shopify knows about a store: the truth the app can only ask for. */
export type Store = { installed: boolean; installs: number; uninstalls: Temporal.Instant[] };

/** A webhook as Shopify sent it; it may be delivered never, late, twice and in any order. */
export type SentWebhook = {
  topic: "app/uninstalled" | "shop/redact";
  shop: string;
  triggeredAt: Temporal.Instant;
};

/**
 * The real use-cases on the database in memory, with Shopify, the mail provider and the clock played here. Everything
 * the app does may be killed: before a commit, and between what the provider took and the note of it.
 */
export function createWorld() {
  const crash: Crash = { at: null };
  const stores = new Map<string, Store>();
  const outages = { shopify: false, mail: false };
  const accepted: { mail: Mail; at: Temporal.Instant }[] = [];
  let now = Temporal.Instant.from("2026-06-01T09:00:00Z");
  const clock: Clock = { now: () => now };
  const access: ShopAccess = {
    probe: async (shop) => {
      if (outages.shopify) return "unknown";
      return stores.get(shop)?.installed ? "live" : "gone";
    },
  };
  const memory = createMemoryDatabase();
  const desk = createPlayedDesk(() => now, outages);
  const impact = createPlayedImpact();
  const deps = {
    db: crashing(memory, crash),
    clock,
    impact: impact.api,
    seal: fakeSeal,
    access,
    uninstallFeed: null,
    limits: createFakeLimits(),
    deadJobs: createFakeDeadJobs(),
    log: { error: () => undefined, warn: () => undefined, info: () => undefined },
    helpDesk: {
      ...desk.helpDesk,
      submit: async (ticket: TicketToSend) => {
        const outcome = await desk.helpDesk.submit(ticket);
        if (crash.at === "after-provider") {
          crash.at = null;
          throw new Error("killed after the help desk took the ticket");
        }
        return outcome;
      },
    },
    settings: fakeSettings,
    pdf: fakePdf,
    flow: createFakeFlow(),
    mailer: {
      send: async (mail: Mail): Promise<SendOutcome> => {
        if (outages.mail)
          return { outcome: "not-sent", step: "content", code: 451, reason: "451 the provider is down" };
        accepted.push({ mail, at: now });
        if (crash.at === "after-provider") {
          crash.at = null;
          throw new Error("killed after the provider took the mail");
        }
        return { outcome: "sent" as const, headers: "" };
      },
    },
  };
  return {
    deps,
    memory,
    crash,
    stores,
    outages,
    accepted,
    desk,
    impact,
    tickets: desk.tickets,
    sent: [] as SentWebhook[],
    /** Every event for automations that was ever committed; old ones are pruned from their table. */
    announced: new Map<string, OutboundEventRow>(),
    now: () => now,
    /** Forward as time does, or back as a clock that is set does. */
    move: (seconds: number) => {
      now = now.add({ seconds });
    },
  };
}

export type World = ReturnType<typeof createWorld>;
