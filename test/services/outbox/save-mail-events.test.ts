import { describe, expect, it } from "vitest";
import {
  type MailEvent,
  readMailEvents,
  saveMailEvents,
} from "#app/services/outbox/save-mail-events.server.ts";
import { liftSuppression, showSuppression, suppressionOf } from "#app/services/outbox/suppression.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("an entry whose code comes with its explanation, or with a whole conversation, still counts", () => {
  const entry = { type: "bounce", address: "owner@acme.example" };
  const status = "5.1.1 (bad destination mailbox address)";
  const read = readMailEvents({
    events: [{ ...entry, status, diagnostic: "550 5.1.1 ".padEnd(20_000, "x") }],
  });
  expect(read?.unread).toBe(0);
  expect(read?.events[0]?.status).toBe(status);
  expect(read?.events[0]?.diagnostic).toHaveLength(10_000);
});

it("one entry that cannot be read refuses no other", () => {
  const good = { type: "complaint", address: "good@acme.example" };
  const odd = [
    { type: "bounce", permanent: true, address: "owner+shop=1@acme.example" },
    null,
    7,
    { type: "x" },
  ];
  expect(readMailEvents({ events: [good, ...odd] })).toMatchObject({
    events: [{ address: "good@acme.example" }, { address: "owner+shop=1@acme.example" }],
    unread: 3,
  });
});

describe("what the events of one address come to", () => {
  const address = "owner@acme.example";

  it("is none once a later one says that a mail arrived", async () => {
    const deps = createFakeDeps();
    expect(await saveMailEvents({ events: [{ type: "bounce", permanent: true, address }] }, deps)).toBe(1);
    expect(await saveMailEvents({ events: [{ type: "delivery", address }] }, deps)).toBe(0);
    expect(await suppressionOf(address, deps)).toBeNull();
  });

  it("goes by the words of the server that refused, and without any by the provider's own", async () => {
    const refused = async (event: Omit<MailEvent, "type" | "address">) => {
      const deps = createFakeDeps();
      await saveMailEvents({ events: [{ type: "bounce", address, ...event }] }, deps);
      return suppressionOf(address, deps);
    };
    expect(await refused({ diagnostic: "550 5.1.1 User unknown" })).toBe("bounce");
    expect(await refused({ status: "5.1.1" })).toBe("bounce");
    // The words are about our own server, whatever the provider makes of them.
    expect(await refused({ permanent: true, diagnostic: "550 5.7.1 Relay access denied" })).toBeNull();
    expect(await refused({ permanent: true })).toBe("bounce");
  });

  it("rests after soft failures on two days", async () => {
    const deps = createFakeDeps();
    const soft = { events: [{ type: "bounce" as const, address }] };
    expect(await saveMailEvents(soft, deps)).toBe(0);
    deps.clock.set("2026-06-22T09:00:00Z");
    expect(await saveMailEvents(soft, deps)).toBe(1);
    expect(await showSuppression(address, deps)).toEqual({
      reason: "soft",
      since: "2026-06-22T09:00:00Z",
      until: "2026-07-22T09:00:00Z",
    });
  });

  it("is no other address's: each is recognised by itself, however it is spelled", async () => {
    const deps = createFakeDeps();
    await saveMailEvents({ events: [{ type: "complaint", address: "Owner@ACME.example" }] }, deps);
    expect(await suppressionOf("owner@acme.example", deps)).toBe("complaint");
    // Of a field with several addresses the one that is mailed.
    expect(await suppressionOf("owner@acme.example, other@acme.example", deps)).toBe("complaint");
    expect(await suppressionOf("other@acme.example", deps)).toBeNull();
    expect(await suppressionOf(null, deps)).toBeNull();
  });
});

it("what is no batch, or holds no mailbox, is not read", () => {
  expect(readMailEvents({ entries: [] })).toBeNull();
  expect(readMailEvents("bounce")).toBeNull();
  expect(readMailEvents({ events: [{ type: "bounce", address: "nobody" }] })).toEqual({
    events: [],
    unread: 1,
  });
});

it("there is nothing to lift of a store without an address, or that nobody knows", async () => {
  const deps = createFakeDeps();
  const { shop } = aShop();
  await deps.db.shops.save(aShop({ shop, contactEmail: null }));
  expect(await liftSuppression({ shop }, deps)).toBe("nothing-to-lift");
  expect(await liftSuppression({ shop: "never.myshopify.com" }, deps)).toBe("nothing-to-lift");
});
