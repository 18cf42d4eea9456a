import { describe, expect, it } from "vitest";
import type { MerchantEvent } from "#app/ports/index.ts";
import { nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { aLink, aMail, aShop, at, aWebhook } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

/** The night is that of 21 June 2026, 09:00. What ended `days` earlier, a second this or that side of it. */
const ended = (days: number, seconds: number) =>
  at("2026-06-21T09:00:00Z")
    .subtract({ hours: 24 * days })
    .subtract({ seconds });
type When = ReturnType<typeof ended>;

const { shop } = aShop();
const EVENT = { type: "closing-task-reopened", task: "pay-actions", leftovers: [] } satisfies MerchantEvent;

type Kept = {
  /** Typed out from docs/retention.md, "When what goes". */
  days: number;
  write: (deps: FakeDeps, when: When, id: string) => unknown;
  ids: (deps: FakeDeps) => string[];
};

const KEPT: Record<string, Kept> = {
  "handled webhooks: 90 days": {
    days: 90,
    write: ({ db }, handledAt, webhookId) => db.webhooks.add(aWebhook({ handledAt, webhookId })),
    ids: ({ db }) => db.rows().webhooks.map(({ webhookId }) => webhookId),
  },
  "links: 30 days after they ended": {
    days: 30,
    write: ({ db }, expiresAt, idHash) => db.transact((work) => work.links.add(aLink({ expiresAt, idHash }))),
    ids: ({ db }) => db.rows().links.map(({ idHash }) => idHash),
  },
  "codes for handing over by link: a day after they ended": {
    days: 1,
    write: ({ db }, expiresAt, visit) =>
      db.exitCodes.save({
        visit,
        shop,
        mailId: null,
        codeMac: "m",
        tries: 0,
        createdAt: expiresAt,
        expiresAt,
        provedUntil: null,
      }),
    ids: ({ db }) => db.rows().exitCodes.map(({ visit }) => visit),
  },
  "events for Shopify Flow: 30 days after they were sent": {
    days: 30,
    write: async ({ db }, settledAt, id) => {
      const event = { id, shop, event: EVENT, createdAt: settledAt, settledAt };
      await db.outboundEvents.add({ ...event, state: "sent", attempts: 1, lastError: null });
    },
    ids: ({ db }) => db.rows().outboundEvents.map(({ id }) => id),
  },
  "suppressed addresses: 3 years": {
    days: 1095,
    write: ({ db }, suppressedAt, addressMac) =>
      db.suppressions.save(addressMac, {
        suppression: { reason: "bounce", suppressedAt, endsAt: null },
        softSince: null,
      }),
    ids: ({ db }) => db.rows().suppressed.map(({ addressMac }) => addressMac),
  },
  "deletion records: 3 years": {
    days: 1095,
    write: ({ db }, erasedAt, id) =>
      db.transact((work) =>
        work.deletions.add({ id, shopMac: "m", cause: "shop-redact", erased: {}, erasedAt }),
      ),
    ids: ({ db }) => db.rows().deletions.map(({ id }) => id),
  },
  "alert mails to the operator: 90 days": {
    days: 90,
    write: ({ db }, createdAt, id) =>
      db.transact((work) => work.mails.add(aMail({ id, createdAt, shop: "operator" }))),
    ids: ({ db }) => db.rows().mails.map(({ id }) => id),
  },
  "the last mail of an erased store: 7 days": {
    days: 7,
    write: ({ db }, createdAt, id) =>
      db.transact((work) => work.mails.add(aMail({ id, createdAt, purpose: "final" }))),
    ids: ({ db }) => db.rows().mails.map(({ id }) => id),
  },
};

describe("what is old enough goes at night, and nothing before", () => {
  it.each(Object.entries(KEPT))("%s", async (_what, { days, write, ids }) => {
    const deps = createFakeDeps();
    await write(deps, ended(days, -1), "young enough");
    await write(deps, ended(days, 1), "too old");
    await nightlySweep(deps);
    expect(ids(deps)).toEqual(["young enough"]);
  });
});
