import { describe, expect, it } from "vitest";
import { recordMailReport } from "#app/services/outbox/record-mail-report.server.ts";
import { suppressionOf } from "#app/services/outbox/suppression.server.ts";
import { aMail } from "#test/factories/records.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const event = { type: "bounce", permanent: true, address: "Owner@Acme.example" } as const;

describe("a report that came as a message", () => {
  it("suppresses the address of our mail that it is about", async () => {
    const deps = createFakeDeps();
    const mail = aMail({ recipient: "owner@acme.example" });
    await deps.db.mails.add(mail);
    const report = { events: [event], about: [mail.messageId] };
    expect(await recordMailReport(report, deps)).toEqual({ outcome: "recorded", suppressed: 1 });
    expect(await suppressionOf("owner@acme.example", deps)).toBe("bounce");
  });

  it("silences nobody without the Message-ID of a mail of ours to that very address", async () => {
    const deps = createFakeDeps();
    const [mail, other] = [aMail({ recipient: "owner@acme.example" }), aMail({ recipient: "b@b.example" })];
    for (const each of [mail, other]) await deps.db.mails.add(each);
    for (const about of [[], ["<made-up@settled.example>"], [other.messageId]])
      expect(await recordMailReport({ events: [event], about }, deps)).toEqual({
        outcome: "not-about-our-mail",
      });
    expect(await suppressionOf("owner@acme.example", deps)).toBeNull();
  });

  it("changes nothing when the failure may pass", async () => {
    const deps = createFakeDeps();
    const mail = aMail({ recipient: "owner@acme.example" });
    await deps.db.mails.add(mail);
    const events = [{ ...event, permanent: false }];
    expect(await recordMailReport({ events, about: [mail.messageId] }, deps)).toEqual({
      outcome: "recorded",
      suppressed: 0,
    });
    expect(await suppressionOf("owner@acme.example", deps)).toBeNull();
  });
});
