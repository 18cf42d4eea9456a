import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { saveMailEvents } from "#app/services/outbox/save-mail-events.server.ts";
import { liftSuppression, suppressionOf } from "#app/services/outbox/suppression.server.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { aMail, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const address = "owner@acme-outdoor.example";

async function aPendingMail(purpose: "new-link" | "operator-alert" = "new-link") {
  const deps = createFakeDeps();
  const shop = aShop({ uninstalledAt: at("2026-06-21T08:00:00Z") });
  await deps.db.shops.save(shop);
  const content =
    purpose === "operator-alert"
      ? { kind: "late", channel: "smtp", attempts: 3, reason: "timeout", shop: shop.shop }
      : { shopName: "Acme" };
  const mail = aMail({ shop: shop.shop, purpose, content });
  await deps.db.mails.add(mail);
  return { deps, shop: shop.shop, id: mail.id };
}

describe("an address that bounced for good or complained (P3)", () => {
  it.each([
    ["bounce", "address suppressed after a bounce"],
    ["complaint", "address suppressed after a complaint"],
  ] as const)(
    "gets no more mail after a %s, with the reason kept, and the app shows it",
    async (type, reason) => {
      const { deps, shop, id } = await aPendingMail();
      const events = [{ type, permanent: true, address: "Owner@Acme-Outdoor.example" }];
      expect(await saveMailEvents({ events }, deps)).toBe(1);
      expect(await deliverMail({ shop, mailId: id }, deps)).toBe("dropped");
      expect(await deps.db.mails.findById(shop, id)).toMatchObject({ state: "dropped", lastError: reason });
      expect(deps.mailer.sent).toEqual([]);
      expect((await showChoices({ shop }, deps))?.suppressed).toEqual({
        reason: type,
        since: "2026-06-21T09:00:00Z",
        until: null,
      });
    },
  );

  it("is kept as a keyed hash", async () => {
    const { deps } = await aPendingMail();
    await saveMailEvents({ events: [{ type: "bounce", permanent: true, address }] }, deps);
    expect(deps.db.rows().suppressed).toMatchObject([{ reason: "bounce" }]);
    expect(JSON.stringify(deps.db.rows().suppressed)).not.toContain("acme");
  });

  it("rests for 30 days after refusals on two days, and the merchant sees until when", async () => {
    const { deps, shop, id } = await aPendingMail();
    const full = { type: "bounce" as const, permanent: true, address, status: "5.2.2" };
    const seen = async () => (await showChoices({ shop }, deps))?.suppressed;
    expect(await saveMailEvents({ events: [full, full] }, deps)).toBe(0);
    expect(await seen()).toBeNull();
    deps.clock.set("2026-06-22T09:00:00Z");
    expect(await saveMailEvents({ events: [full] }, deps)).toBe(1);
    const rest = { since: "2026-06-22T09:00:00Z", until: "2026-07-22T09:00:00Z" };
    expect(await seen()).toEqual({ reason: "soft", ...rest });
    deps.clock.set("2026-07-22T09:00:00Z");
    expect(await seen()).toBeNull();
    expect(await deliverMail({ shop, mailId: id }, deps)).toBe("sent");
  });

  it("is written to again when the merchant lifts it, and the next refusal counts anew", async () => {
    const { deps, shop, id } = await aPendingMail();
    expect(await liftSuppression({ shop }, deps)).toBe("nothing-to-lift");
    for (const type of ["bounce", "complaint"] as const) {
      await saveMailEvents({ events: [{ type, permanent: true, address }] }, deps);
      expect(await liftSuppression({ shop }, deps)).toBe("lifted");
      expect((await showChoices({ shop }, deps))?.suppressed).toBeNull();
    }
    expect(await deliverMail({ shop, mailId: id }, deps)).toBe("sent");
    await saveMailEvents({ events: [{ type: "bounce", permanent: true, address }] }, deps);
    expect(await suppressionOf(address, deps)).toBe("bounce");
  });

  it("is written to again when the store went to another address and came back; a complaint stays", async () => {
    for (const [type, afterwards] of [
      ["bounce", null],
      ["complaint", "complaint"],
    ] as const) {
      const { deps, shop } = await aPendingMail();
      const profile = (email: string) => ({
        ...{ shopifyId: "1", name: "Acme", timeZone: "UTC", currency: "USD" },
        email,
      });
      await saveMailEvents({ events: [{ type, permanent: true, address }] }, deps);
      await saveInstall({ shop, profile: profile(address.toUpperCase()) }, deps);
      expect(await suppressionOf(address, deps)).toBe(type);
      await saveInstall({ shop, profile: profile("new@acme.example, other@acme.example") }, deps);
      expect((await deps.db.shops.find(shop))?.contactEmail).toBe("new@acme.example");
      expect(await suppressionOf(address, deps)).toBe(afterwards);
    }
  });

  it("that refuses the mail while it is handed over is the same as one whose refusal comes back", async () => {
    const { deps, shop, id } = await aPendingMail();
    const refusal = { outcome: "not-sent", step: "recipient", code: 550 } as const;
    deps.mailer.answer = { ...refusal, reason: "550 5.1.1 User unknown" };
    expect(await deliverMail({ shop, mailId: id }, deps)).toBe("dropped");
    expect(await deps.db.mails.findById(shop, id)).toMatchObject({
      state: "dropped",
      lastError: "refused by the mailbox: 550 5.1.1 User unknown",
    });
    expect((await showChoices({ shop }, deps))?.suppressed?.reason).toBe("bounce");
  });

  it.each([
    ["recipient", 550, "550 5.7.1 Relay access denied"],
    ["recipient", 450, "450 4.1.1 User unknown"],
    ["sender", 550, "550 5.1.1 User unknown"],
    ["sign-in", 535, "535 5.7.8 Authentication credentials invalid"],
    ["content", 550, "550 5.1.1 User unknown"],
  ] as const)("is silenced by nothing a server says at %s with %d: %s", async (step, code, reason) => {
    const { deps, shop, id } = await aPendingMail();
    deps.mailer.answer = { outcome: "not-sent", step, code, reason };
    for (const day of ["2026-06-21T09:00:00Z", "2026-06-22T09:00:00Z"]) {
      deps.clock.set(day);
      await expect(deliverMail({ shop, mailId: id }, deps)).rejects.toThrow(reason);
    }
    expect(await suppressionOf(address, deps)).toBeNull();
    expect(await deps.db.mails.findById(shop, id)).toMatchObject({ state: "pending", lastError: reason });
  });

  it("is not suppressed by a mailbox that was only full", async () => {
    const { deps, shop, id } = await aPendingMail();
    expect(await saveMailEvents({ events: [{ type: "bounce", permanent: false, address }] }, deps)).toBe(0);
    expect((await showChoices({ shop }, deps))?.suppressed).toBeNull();
    expect(await deps.db.mails.findById(shop, id)).toMatchObject({ state: "pending" });
  });

  it("never silences the alarm that a closing request does not get through", async () => {
    const { deps, shop, id } = await aPendingMail("operator-alert");
    await saveMailEvents({ events: [{ type: "complaint", permanent: false, address }] }, deps);
    expect(await deliverMail({ shop, mailId: id }, deps)).toBe("sent");
  });
});
