import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { recordMailEvents } from "#app/services/outbox/record-mail-events.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { aMail, aShop, at } from "#test/factories/records.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const address = "owner@acme-outdoor.example";

async function aPendingMail(purpose: "uninstall-warning" | "operator-alert" = "uninstall-warning") {
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
      expect(await recordMailEvents({ events }, deps)).toBe(1);
      expect(await deliverMail({ shop, mailId: id }, deps)).toBe("dropped");
      expect(await deps.db.mails.findById(shop, id)).toMatchObject({ state: "dropped", lastError: reason });
      expect(deps.mailer.sent).toEqual([]);
      expect((await showChoices({ shop }, deps))?.suppressed).toBe(type);
    },
  );

  it("is kept as a keyed hash, and its first reason stays", async () => {
    const { deps } = await aPendingMail();
    const event = (type: "bounce" | "complaint") => ({ type, permanent: true, address });
    await recordMailEvents({ events: [event("bounce")] }, deps);
    await recordMailEvents({ events: [event("complaint")] }, deps);
    expect(deps.db.rows().suppressed).toMatchObject([{ reason: "bounce" }]);
    expect(JSON.stringify(deps.db.rows().suppressed)).not.toContain("acme");
  });

  it("is not suppressed by a mailbox that was only full", async () => {
    const { deps, shop, id } = await aPendingMail();
    expect(await recordMailEvents({ events: [{ type: "bounce", permanent: false, address }] }, deps)).toBe(0);
    expect((await showChoices({ shop }, deps))?.suppressed).toBeNull();
    expect(await deps.db.mails.findById(shop, id)).toMatchObject({ state: "pending" });
  });

  it("never silences the alarm that a closing request does not get through", async () => {
    const { deps, shop, id } = await aPendingMail("operator-alert");
    await recordMailEvents({ events: [{ type: "complaint", permanent: false, address }] }, deps);
    expect(await deliverMail({ shop, mailId: id }, deps)).toBe("sent");
  });
});
