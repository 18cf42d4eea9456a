import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { messageIdFor } from "#app/services/outbox/message-id.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { aMail, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const warning = {
  shopName: "Acme Outdoor",
  timeZone: "America/New_York",
  currency: "USD",
  asOf: "2026-06-20T12:00:00Z",
  nextFee: { amount: "30.00", bound: "atLeast", date: "2026-07-01" },
  minimum: { perMonth: "30.00", perYear: "360.00" },
};
const gone = { uninstalledAt: at("2026-06-21T08:00:00Z") };

/** A warning in the outbox of a store that is gone. */
async function aPendingWarning(shopOverrides = {}, mailOverrides = {}) {
  const deps = createFakeDeps();
  const shop = aShop({ ...gone, ...shopOverrides });
  await deps.db.shops.save(shop);
  const mail = aMail({ shop: shop.shop, content: warning, ...mailOverrides });
  await deps.db.mails.add(mail);
  const input = { shop: shop.shop, mailId: mail.id };
  return { deps, shop, mail, input, stored: () => deps.db.mails.findById(shop.shop, mail.id) };
}
const bodyText = (deps: ReturnType<typeof createFakeDeps>) => JSON.stringify(deps.mailer.sent[0]?.body);

describe("delivering a mail", () => {
  it("sends it once, however often the job runs", async () => {
    const { deps, input, stored } = await aPendingWarning();
    expect(await deliverMail(input, deps)).toBe("sent");
    expect(await deliverMail(input, deps)).toBe("done-before");
    expect(deps.mailer.sent).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: "sent", attempts: 1, sentAt: deps.clock.now() });
  });

  it("keeps it waiting and reports the fault when the provider refuses, then sends it once (P1)", async () => {
    const { deps, input, mail, stored } = await aPendingWarning();
    deps.mailer.refuseWith = new Error("451 try again later");
    await expect(deliverMail(input, deps)).rejects.toThrow("451 try again later");
    await expect(deliverMail(input, deps)).rejects.toThrow();
    expect(await stored()).toMatchObject({ state: "pending", attempts: 2, lastError: "451 try again later" });
    deps.mailer.refuseWith = null;
    expect(await deliverMail(input, deps)).toBe("sent");
    expect(deps.mailer.sent.map(({ messageId }) => messageId)).toEqual([mail.messageId]);
    expect(await stored()).toMatchObject({ state: "sent", attempts: 3, lastError: null });
  });

  it("drops the warning of a merchant who came back in the meantime", async () => {
    const { deps, input, stored } = await aPendingWarning({ uninstalledAt: null });
    expect(await deliverMail(input, deps)).toBe("dropped");
    expect(deps.mailer.sent).toEqual([]);
    expect(await stored()).toMatchObject({ state: "dropped", lastError: "installed again" });
  });

  it("drops the warning of a merchant who came back and left again: that leave has its own (I1)", async () => {
    const content = { ...warning, installedAt: "2026-05-12T13:00:00Z" };
    const { deps, input, stored } = await aPendingWarning(
      { installedAt: at("2026-06-20T13:00:00Z") },
      { content },
    );
    expect(await deliverMail(input, deps)).toBe("dropped");
    expect(deps.mailer.sent).toEqual([]);
    expect(await stored()).toMatchObject({ state: "dropped", lastError: "installed again" });
  });

  it("drops the warning of a merchant who stopped the e-mails in the meantime", async () => {
    const { deps, input, shop, stored } = await aPendingWarning();
    await stopMail({ shop: shop.shop, actor: "signed-link" }, deps);
    expect(await deliverMail(input, deps)).toBe("dropped");
    expect(await stored()).toMatchObject({ state: "dropped", lastError: "e-mails stopped" });
  });

  it("says what will be charged, when, on which day's knowledge, and what it costs to do nothing", async () => {
    const { deps, input } = await aPendingWarning();
    await deliverMail(input, deps);
    const text = bodyText(deps);
    for (const part of ["$30.00", "Wed, Jul 1, 2026", "Jun 20, 2026, 8:00 AM (Eastern Time)", "$360.00"])
      expect(text).toContain(part);
  });

  it("says that it does not know the next fee rather than guessing", async () => {
    const content = { ...warning, nextFee: null, minimum: null, asOf: null };
    const { deps, input } = await aPendingWarning({}, { content });
    await deliverMail(input, deps);
    expect(bodyText(deps)).toContain("The amount of your next fee is not known yet.");
    expect(bodyText(deps)).not.toContain("$360.00");
  });

  it.each([
    ["zh-CN", "zh-CN", "您的 impact.com 账户尚未关闭"],
    ["zh-HK", "zh-TW", "您的 impact.com 帳號尚未關閉"],
    ["de-CH", "de", "Dein impact.com-Konto ist noch offen"],
    ["eo", "en", "Your impact.com account is still open"],
  ])("to a store whose language was %s speaks %s", async (kept, locale, subject) => {
    const { deps, input } = await aPendingWarning({}, { locale: kept });
    await deliverMail(input, deps);
    expect(deps.mailer.sent[0]).toMatchObject({ locale, subject: expect.stringContaining(subject) });
  });

  it("stores no link in the clear: neither in the outbox nor beside the link's hash (L7)", async () => {
    const { deps, input } = await aPendingWarning();
    await deliverMail(input, deps);
    const links = bodyText(deps).match(/\/(?:l|stop)\/([\w-]+\.[\w-]+)/g) ?? [];
    expect(links.length).toBeGreaterThanOrEqual(2);
    const rows = JSON.stringify(deps.db.rows());
    for (const link of links) expect(rows).not.toContain(link.split("/").at(-1)?.split(".")[0]);
  });

  it("sends nothing for a mail of another shop", async () => {
    const { deps, mail } = await aPendingWarning();
    expect(await deliverMail({ shop: "other.myshopify.com", mailId: mail.id }, deps)).toBe("unknown-mail");
    expect(deps.mailer.sent).toEqual([]);
  });
});

describe("a Message-ID", () => {
  const settings = (mailFrom: string, linkSecret = "a-secret") => ({
    operator: { name: "", address: "", email: "", mailFrom },
    secrets: deriveSecrets(linkSecret, []),
  });

  it("is the same for the same occasion and another for another", () => {
    const of = (key: string) => messageIdFor(key, settings("Settled <notices@settled.example>"));
    expect(of("a")).toBe(of("a"));
    expect(of("a")).not.toBe(of("b"));
    expect(of("a")).toMatch(/^<[0-9a-f]{40}@settled\.example>$/);
  });

  it("cannot be worked out without our key: a forged bounce that names it would silence a merchant (P3)", () => {
    const of = (secret: string) =>
      messageIdFor("new-link:acme.myshopify.com:1", settings("a@b.example", secret));
    expect(of("a-secret")).not.toBe(of("another-secret"));
  });

  it("takes a bare sender address too", () => {
    expect(messageIdFor("a", settings("notices@settled.example"))).toMatch(/@settled\.example>$/);
  });
});
