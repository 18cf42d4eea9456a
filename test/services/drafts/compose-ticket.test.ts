import { describe, expect, it } from "vitest";
import { lintTicket } from "#app/domain/request/ticket-lint.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
type Facts = Parameters<typeof saveFacts>[0]["facts"];

async function draftOf(facts: Facts, { connected = false, locale = "en" as Locale } = {}) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  if (connected) await deps.db.connections.save(aConnection({ shop, accountSid: "IRtestSid0000001" }));
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  const drafted = await draftRequest({ shop, locale }, deps);
  if (!drafted) throw new Error("the shop was never seen");
  return drafted;
}
const brand: Facts = { signedUpOn: "2026-01-10", closingAccount: "other-brand" };
const partner: Facts = { closingAccount: "partner" };

describe("the ticket of a Starter account", () => {
  it("names the day of its lists where impact.com was not asked since, and no day where it was asked today", async () => {
    const deps = createFakeDeps();
    await deps.db.shops.save(aShop({ shop }));
    await deps.db.connections.save(aConnection({ shop }));
    await saveFacts(
      { shop, actor: "staff-1", facts: { signedUpOn: "2026-06-02", edition: "starter" } },
      deps,
    );
    const now = deps.clock.now();
    const sentence = "The open items and dates in this request are as impact.com showed them on";
    const text = async () => (await draftRequest({ shop, locale: "en" }, deps))?.composedTicket.body;
    await deps.db.snapshots.saveRead(shop, "Invoices", [], now);
    expect(await text()).not.toContain(sentence);
    // The oldest list counts: 21 June 2026 is today.
    await deps.db.snapshots.saveRead(
      shop,
      "Actions",
      now.subtract({ hours: 40 * 24 }),
      now.subtract({ hours: 40 * 24 }),
    );
    expect(await text()).toContain(`${sentence} Tue, May 12, 2026. I have not seen newer ones.`);
  });

  // 21 June 2026 is day 20 of an account of 2 June, whose 29th day is 30 June; it has no action.
  it.each([
    ["as soon as possible", null, "2026-06-02", "I ask for a full refund."],
    ["on day 29", "2026-06-30", "2026-06-02", "I ask for a full refund."],
    [
      "on day 30",
      "2026-07-01",
      "2026-06-02",
      "I ask for a full refund, or for a refund of the current balance",
    ],
    ["on day 31", "2026-07-02", "2026-06-02", "I ask for a refund of the current balance. No action"],
    [
      "on day 30, which is today",
      null,
      "2026-05-23",
      "I ask for a full refund, or for a refund of the current balance",
    ],
  ])(
    "asks for the refund that fits the day it is to be closed: %s",
    async (_, wantedOn, signedUpOn, text) => {
      const deps = createFakeDeps();
      await deps.db.shops.save(aShop({ shop }));
      const connection = aConnection({ shop });
      await deps.db.connections.save(connection);
      const now = deps.clock.now();
      await deps.db.snapshots.saveRead(shop, "Invoices", [], now);
      const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
      const key = { shop, accountSid: connection.accountSid };
      await deps.db.syncs.save(key, { ...run, currency: "USD", completedAt: now, fullAt: now });
      await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn, edition: "starter" } }, deps);
      const choices = { wantedOn, claimRefund: true };
      const drafted = await draftRequest({ shop, locale: "en", choices }, deps);
      expect(drafted?.composedTicket.body).toContain(text);
      expect(drafted?.composedTicket.body.match(/full refund/g)?.length ?? 0).toBe(
        text.includes("full refund") ? 1 : 0,
      );
    },
  );
});

describe("the ticket of a brand account", () => {
  it("names what S1 wants: the wish, that it is final, the left-over, its form, and what is open", async () => {
    const { composedTicket, submission } = await draftOf(
      { ...brand, "told.cover-required-funding": "open" },
      { connected: true },
    );
    expect(composedTicket.subject).toBe("Please close account IRtestSid0000001");
    for (const part of [
      "Account SID: IRtestSid0000001",
      "I know that this is final",
      "Requested closing date",
      "Edition: other than Starter",
      "refund the balance that is left",
      "I will send the refund authorization form in reply",
      "- Required funding: the balance may not cover it",
      "Not checked:",
      "Please confirm in writing",
    ])
      expect(composedTicket.body).toContain(part);
    // The card and the ten days are S0's.
    expect(composedTicket.body).not.toContain("card");
    expect(submission).toMatchObject({
      route: "brand-ticket",
      openItems: ["cover-required-funding"],
    });
  });

  it("says that the form is filled in once the merchant says so", async () => {
    const { composedTicket } = await draftOf({ ...brand, "told.refund-form": "done" });
    expect(composedTicket.body).toContain("I have completed the refund authorization form");
  });

  it("names one account only, the merchant's where none is connected", async () => {
    const { composedTicket, accounts } = await draftOf({
      ...brand,
      closingAccounts: ["IRbrand00001", "IRbrand00002"],
    });
    expect(accounts).toEqual(["IRbrand00001"]);
    expect(composedTicket.body).not.toContain("IRbrand00002");
  });
});

describe("the ticket of a partner account", () => {
  it("asks to close several accounts at once, and promises nothing of brands", async () => {
    const { composedTicket } = await draftOf({
      ...partner,
      closingAccounts: ["IRpartner0001", "IRmember0002", "IRmember0003"],
    });
    expect(composedTicket.subject).toBe("Please close account IRpartner0001 and 2 more accounts");
    expect(composedTicket.body).toContain("the following 3 impact.com accounts (members and partners)");
    for (const sid of ["IRpartner0001", "IRmember0002", "IRmember0003"])
      expect(composedTicket.body).toContain(`Account SID: ${sid}`);
    expect(composedTicket.body).not.toMatch(/Refund:|Edition:|Programs:/);
  });

  it.each<[string, Facts, string]>([
    ["nothing is told", {}, "I have not stated the account’s balance"],
    ["it is 0", { partnerBalance: { amount: "0.00", asOf: "2026-06-21" } }, "The account’s balance is 0."],
    ["nothing is chosen", {}, "I have not stated the account’s balance"],
    ["a paystub is wanted", { balanceWay: "paystub" }, "Please pay it out with a manual paystub"],
    ["it is given up", { balanceWay: "forfeit" }, "I forfeit this balance."],
    ["it is withdrawn", { balanceWay: "withdraw" }, "by a lower threshold or a fixed payout day"],
    ["it pays itself out", { withdrawalThreshold: "10.00" }, "It has reached the withdrawal threshold."],
    ["no way is chosen", { withdrawalThreshold: "50.00" }, "Please tell me how I can have it paid out."],
  ])("says what shall happen to the balance: %s", async (name, facts, text) => {
    const unnotified = name.startsWith("nothing");
    const { composedTicket } = await draftOf({
      ...partner,
      ...(unnotified ? {} : { partnerBalance: { amount: "12.50", asOf: "2026-06-21" } }),
      ...facts,
    });
    expect(composedTicket.body).toContain(text);
  });

  it("says once that nobody stated the balance", async () => {
    const { composedTicket } = await draftOf(partner);
    expect(composedTicket.body).toContain("I have not stated the account’s balance.");
    expect(composedTicket.body).toMatch(/Not checked: whether (?!.*balance is left)/);
  });

  it("is no account's when none is named, and still goes out", async () => {
    const { composedTicket } = await draftOf(partner);
    expect(composedTicket.subject).toBe("Please close my impact.com partner account");
    expect(composedTicket.body).toContain("close my impact.com partner account");
  });
});

/** What stands between the English text and the merchant's own. */
const BELOW: Record<Locale, string> = {
  en: "",
  "zh-CN": "以下是账户持有人所用语言的相同内容：",
  "zh-TW": "以下為帳號持有人語言的相同內容：",
  ja: "アカウント所有者の言語による同じ内容:",
  de: "Derselbe Text in der Sprache des Kontoinhabers:",
  fr: "Le même texte dans la langue du titulaire du compte\u00a0:",
  es: "El mismo texto en el idioma del titular de la cuenta:",
  it: "Lo stesso testo nella lingua del titolare dell’account:",
  nl: "Dezelfde tekst in de taal van de accounthouder:",
  da: "Samme tekst på kontohaverens sprog:",
  sv: "Samma text på kontoinnehavarens språk:",
  nb: "Den samme teksten på kontoinnehaverens språk:",
};

describe("every ticket", () => {
  const fifty = Array.from({ length: 50 }, (_, index) => `IRpartner${String(index).padStart(55, "0")}`);
  it.each<[string, Facts]>([
    ["nothing known", {}],
    ["a brand account", brand],
    ["a partner account", partner],
    ["fifty accounts with the longest names", { ...partner, closingAccounts: fifty }],
  ])("passes the last look in every language, with %s", async (_, facts) => {
    for (const locale of LOCALES) {
      const { composedTicket } = await draftOf(facts, { locale });
      expect(lintTicket({ ...composedTicket, reason: null })).toEqual([]);
      expect(`${composedTicket.subject} [SET-7KQ2-M9XD]`.length).toBeLessThanOrEqual(140);
      if (locale !== "en") expect(composedTicket.body).toContain(BELOW[locale]);
    }
  });
});
