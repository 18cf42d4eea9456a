import { expect, it } from "vitest";
import { readMailEvents } from "#app/services/outbox/save-mail-events.server.ts";

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
