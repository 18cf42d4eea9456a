import { describe, expect, it } from "vitest";
import { pseudonym } from "#app/services/pseudonym.ts";
import { anOutbox, blocksOf, FOOTER } from "./an-outbox.ts";

const final = (cause: string, shopName = "Acme Outdoor") =>
  anOutbox({ purpose: "final", content: { shopName, cause } }, null);

describe("the last mail (E6)", () => {
  it.each([
    ["merchant-asked", "You asked Settled to delete the data of Acme Outdoor. It is deleted."],
    ["shop-redact", "Settled has nothing left to do for Acme Outdoor, so it stops and deletes the data."],
    [
      "nothing-left-to-do",
      "Settled has nothing left to do for Acme Outdoor, so it stops and deletes the data.",
    ],
  ])("says why (%s), what is gone, and that the account is still open", async (cause, why) => {
    const mail = await (await final(cause)).sent();
    expect(mail).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "Your data at Settled is deleted (Acme Outdoor)",
      body: {
        kind: "blocks",
        blocks: [
          { kind: "strong", text: why },
          {
            kind: "paragraph",
            text: "Settled deleted your contact details, what you entered, and what it read from impact.com. Your requests, links, and emails are deleted too. A record that a deletion took place stays. It names nobody.",
          },
          {
            kind: "paragraph",
            text: "This did not close your impact.com account. Only impact.com can close it: app.impact.com → Support → create a ticket. This is Settled’s last email.",
          },
          ...FOOTER,
        ],
      },
      headers: { "Auto-Submitted": "auto-generated" },
    });
  });

  it("makes no link of a store's name, and knows no other reasons", async () => {
    const mail = await (await final("shop-redact", "evil.example")).sent();
    expect(mail.subject).toBe("Your data at Settled is deleted (evil.\u2060example)");
    expect(blocksOf(mail)[0]?.kind).toBe("strong");
    await expect((await final("bored")).deliver()).rejects.toThrow();
  });

  it("leaves no row behind, whether it goes or not: it is the last of an erased store", async () => {
    const sent = await final("merchant-asked");
    expect(await sent.deliver()).toBe("sent");
    expect(sent.deps.db.rows().mails).toEqual([]);
    const { deps, deliver } = await final("merchant-asked");
    const mac = pseudonym("address", "owner@acme-outdoor.example", deps.settings);
    const suppression = { reason: "bounce" as const, suppressedAt: deps.clock.now(), endsAt: null };
    await deps.db.suppressions.save(mac, { suppression, softSince: null });
    expect(await deliver()).toBe("dropped");
    expect(deps.mailer.sent).toEqual([]);
    expect(deps.db.rows().mails).toEqual([]);
  });
});
