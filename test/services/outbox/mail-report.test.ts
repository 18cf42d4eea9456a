import { describe, expect, it } from "vitest";
import { saveMailReport } from "#app/services/outbox/save-mail-report.server.ts";
import { suppressionOf } from "#app/services/outbox/suppression.server.ts";
import { aMail } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const unknown = { status: "5.1.1", diagnostic: null };
const event = { type: "bounce", failure: unknown, addresses: ["Owner@Acme.example"] } as const;
const bounceOf = (...addresses: string[]) => ({ ...event, addresses });

describe("a report that came as a message", () => {
  it("suppresses the address of our mail that it is about", async () => {
    const deps = createFakeDeps();
    const mail = aMail({ recipient: "owner@acme.example" });
    await deps.db.mails.add(mail);
    const report = { events: [bounceOf("Owner@Acme.example")], about: [mail.messageId] };
    expect(await saveMailReport(report, deps)).toEqual({ outcome: "recorded", suppressed: 1 });
    expect(await suppressionOf("owner@acme.example", deps)).toBe("bounce");
  });

  it("silences nobody without the Message-ID of a mail of ours to that very address", async () => {
    const deps = createFakeDeps();
    const [mail, other] = [aMail({ recipient: "owner@acme.example" }), aMail({ recipient: "b@b.example" })];
    for (const each of [mail, other]) await deps.db.mails.add(each);
    for (const about of [[], ["<made-up@settled.example>"], [other.messageId]])
      expect(await saveMailReport({ events: [bounceOf("Owner@Acme.example")], about }, deps)).toEqual({
        outcome: "not-about-our-mail",
      });
    expect(await suppressionOf("owner@acme.example", deps)).toBeNull();
  });

  it("changes nothing when the failure may pass", async () => {
    const deps = createFakeDeps();
    const mail = aMail({ recipient: "owner@acme.example" });
    await deps.db.mails.add(mail);
    const failure = { status: "5.2.2", diagnostic: null };
    const events = [{ ...bounceOf("owner@acme.example"), failure }];
    expect(await saveMailReport({ events, about: [mail.messageId] }, deps)).toEqual({
      outcome: "recorded",
      suppressed: 0,
    });
    expect(await suppressionOf("owner@acme.example", deps)).toBeNull();
  });

  it("knows the mailbox it mailed under every spelling a report may have for it", async () => {
    const spellings: [string, string][] = [
      ["owner@münchen.example", "owner@xn--mnchen-3ya.example"],
      ["用户@例子.example", "用户@xn--fsqu00a.example"],
      ["owner+shop=1@acme.example", "owner+shop=1@ACME.example"],
      ["owner+shop@acme.example", "owner@acme.example"],
      ["a..b.@docomo.example", '"a..b."@docomo.example'],
    ];
    for (const [mailed, reported] of spellings) {
      const deps = createFakeDeps();
      const mail = aMail({ recipient: mailed });
      await deps.db.mails.add(mail);
      await saveMailReport({ events: [bounceOf(reported)], about: [mail.messageId] }, deps);
      expect([mailed, await suppressionOf(mailed, deps)]).toEqual([mailed, "bounce"]);
    }
  });

  it("counts a complaint that names nobody for the one mailbox that its mail went to", async () => {
    const deps = createFakeDeps();
    const mail = aMail({ recipient: "owner@acme.example" });
    await deps.db.mails.add(mail);
    const report = { events: [{ type: "complaint" as const, addresses: [] }], about: [mail.messageId] };
    expect(await saveMailReport(report, deps)).toEqual({ outcome: "recorded", suppressed: 1 });
    expect(await suppressionOf("owner@acme.example", deps)).toBe("complaint");
    const nobodys = { ...report, about: ["<made-up@settled.example>"] };
    expect(await saveMailReport(nobodys, deps)).toEqual({ outcome: "not-about-our-mail" });
  });

  it("takes a bounce back when a later report says that the mail arrived", async () => {
    const deps = createFakeDeps();
    const mail = aMail({ recipient: "owner@acme.example" });
    await deps.db.mails.add(mail);
    const about = [mail.messageId];
    await saveMailReport({ events: [bounceOf("owner@acme.example")], about }, deps);
    await saveMailReport({ events: [{ type: "delivery", addresses: ["owner@acme.example"] }], about }, deps);
    expect(await suppressionOf("owner@acme.example", deps)).toBeNull();
  });
});

it("a report that names nobody and is about mails to two mailboxes is counted for neither", async () => {
  const deps = createFakeDeps();
  const mails = [aMail({ recipient: "owner@acme.example" }), aMail({ recipient: "b@b.example" })];
  for (const each of mails) await deps.db.mails.add(each);
  const about = mails.map(({ messageId }) => messageId);
  expect(await saveMailReport({ events: [{ type: "complaint", addresses: [] }], about }, deps)).toEqual({
    outcome: "not-about-our-mail",
  });
});

it("a report that names other mailboxes beside ours is counted for ours", async () => {
  const deps = createFakeDeps();
  const mail = aMail({ recipient: "owner@acme.example" });
  await deps.db.mails.add(mail);
  const events = [bounceOf("postmaster@acme.example", "owner@acme.example")];
  expect(await saveMailReport({ events, about: [mail.messageId] }, deps)).toEqual({
    outcome: "recorded",
    suppressed: 1,
  });
});
