import { describe, expect, it } from "vitest";
import { writeMail } from "#app/services/outbox/write-mail.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const mail = {
  shop: "acme.myshopify.com",
  purpose: "new-link" as const,
  dedupeKey: "new-link:acme:1",
  recipient: "owner@acme.example",
  locale: "fr",
  content: { shopName: "Acme" },
};

function anOutbox() {
  const deps = createFakeDeps();
  const context = { now: deps.clock.now(), settings: deps.settings };
  return {
    deps,
    write: (change: Partial<Parameters<typeof writeMail>[0]> = {}) =>
      deps.db.transact((work) => writeMail({ ...mail, ...change }, work, context)),
    mails: () => deps.db.rows().mails,
  };
}

describe("a mail that is written to the outbox", () => {
  it("waits there, sent by nobody yet, and a job is to deliver it", async () => {
    const { deps, write, mails } = anOutbox();
    expect(await write()).toBe(true);
    const [row] = mails();
    expect(row).toMatchObject({
      ...mail,
      requestId: null,
      state: "pending",
      attempts: 0,
      lastError: null,
      createdAt: deps.clock.now(),
      sentAt: null,
      headers: null,
    });
    expect(row?.messageId).toMatch(/^<[0-9a-f]{40}@settled\.example>$/);
    expect(deps.db.jobs).toEqual([
      { name: "deliver-mail", data: { shop: "acme.myshopify.com", mailId: row?.id } },
    ]);
  });

  it("is written once an occasion, and delivered once", async () => {
    const { deps, write, mails } = anOutbox();
    expect([await write(), await write(), await write({ dedupeKey: "new-link:acme:2" })]).toEqual([
      true,
      false,
      true,
    ]);
    expect([mails().length, deps.db.jobs.length]).toEqual([2, 2]);
    expect(new Set(mails().map(({ id }) => id)).size).toBe(2);
  });

  it("keeps the id it was given, and the request it is about", async () => {
    const { deps, write, mails } = anOutbox();
    await write({ id: "m-1", requestId: "r-1" });
    expect(mails()[0]).toMatchObject({ id: "m-1", requestId: "r-1" });
    expect(deps.db.jobs[0]?.data).toEqual({ shop: "acme.myshopify.com", mailId: "m-1" });
  });

  it("goes to one mailbox: the first of a field with several; one that cannot be read stays as it was", async () => {
    const { write, mails } = anOutbox();
    await write({ dedupeKey: "1", recipient: "owner@acme.example, other@acme.example" });
    await write({ dedupeKey: "2", recipient: "nobody" });
    expect(mails().map(({ recipient }) => recipient)).toEqual(["owner@acme.example", "nobody"]);
  });
});
