import { describe, expect, it } from "vitest";
import { renderHtml } from "#app/adapters/mail/render-html.ts";
import { renderText } from "#app/adapters/mail/render-text.ts";
import type { Locale } from "#app/messages/locales.ts";
import type { MailBlock } from "#app/ports/index.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import type { WarningFacts } from "#app/services/uninstall/warning-facts.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps, fakeSettings } from "#test/fakes/deps.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";
import { LINKS, warningFacts, warningOf } from "./a-warning.ts";

const VARIANTS: [string, Partial<WarningFacts>][] = [
  ["an open account", {}],
  [
    "an account with two possible first fees",
    {
      nextFee: { amount: "30.00", bound: "atLeast", date: "2026-08-03" },
      firstFee: { expected: "2026-08-03", earliest: "2026-07-01" },
    },
  ],
  [
    "an account that costs more than the minimum",
    { lastMonths: "135.20", minimum: { perMonth: "28.88", perYear: "346.56", bound: "atLeastAbout" } },
  ],
  ["an account with overdue invoices", { overdue: { amount: "984.00", since: "2026-02-01" } }],
  ["an open account with data kept", { dataKept: true }],
  ["a running trial", { variant: "trial", trialEndsOn: "2026-06-30" }],
  ["an account that is used elsewhere", { variant: "usedElsewhere" }],
  [
    "nobody knows which account",
    { variant: "neverConnected", account: null, asOf: null, nextFee: null, commissions: null, minimum: null },
  ],
];
const CASES = VARIANTS.flatMap(([name, change]) =>
  (["en", "zh-CN"] as const).map((locale): [string, Locale, Partial<WarningFacts>] => [name, locale, change]),
);
/** Without the small print: why it comes, how to stop it, and whose it is. */
const largeOf = (blocks: MailBlock[]) =>
  renderText(blocks.filter(({ kind }) => kind !== "small" && kind !== "small-link"));
const wordsOf = (blocks: MailBlock[]) =>
  largeOf(blocks)
    .replace(/https:\S+/g, "")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

describe("the warning (E1)", () => {
  it.each(CASES)(
    "about %s, in %s, is short and has both ways out and the way to stop",
    (_name, locale, change) => {
      const { subject, blocks } = warningText(warningFacts(change), locale, LINKS, fakeSettings);
      if (locale === "en") expect(wordsOf(blocks).length).toBeLessThanOrEqual(120);
      else expect(largeOf(blocks).length).toBeLessThanOrEqual(420);
      const text = renderText(blocks);
      for (const part of [
        LINKS.finish,
        LINKS.stop,
        "app.impact.com",
        "Acme Outdoor",
        "1 Example Street",
        "https://settled.example/support",
      ])
        expect(text).toContain(part);
      expect(`${subject} ${text}`).not.toMatch(/undefined|null|NaN|\{|\}|offer|discount|sorry|抱歉|优惠/i);
      const html = renderHtml(blocks, locale, subject);
      expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
      expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThanOrEqual(80_000);
      expect(html).not.toMatch(/<img|<link|<script|<form|@import|url\(|src=/);
    },
  );

  it.each([
    [true, ": at least $75.00 ("],
    [false, ": $75.00 ("],
  ])(
    "says of commissions whether rows nobody could read may add to them (%s)",
    (commissionsAreLeast, said) => {
      const { blocks } = warningText(warningFacts({ commissionsAreLeast }), "en", LINKS, fakeSettings);
      expect(renderText(blocks)).toContain(said);
    },
  );

  it("offers the trial's own button while the trial runs (F1)", async () => {
    const { text } = await warningOf(async (deps, shop) => {
      const stated = { statedAt: deps.clock.now(), statedBy: "staff-1" };
      await deps.db.statedFacts.save(shop, [
        { name: "trialEndsOn", value: "2026-06-30", ...stated },
        { name: "cardEverCharged", value: false, ...stated },
      ]);
    });
    expect(text).toContain("Your trial runs until Tue, Jun 30, 2026.");
    // Whether it can be cancelled is not known here: the actions were never read.
    expect(text).toContain("If you see the button");
  });

  it("says of a fee reckoned without the actions that it can only be more", async () => {
    const { mail } = await warningOf(async () => undefined);
    const text = mail.body.kind === "blocks" ? renderText(mail.body.blocks) : "";
    expect(text).toContain("Next fee: at least $30.00 (Wed, Jul 1, 2026, charged to your card)");
  });

  it.each([
    [
      "en",
      "Commissions, last 30 days: $75.00 (charged as actions are tracked)",
      "Overdue: $984.00 (since Sun, Feb 1, 2026)",
    ],
    ["zh-CN", "佣金，近 30 天：$75.00（跟踪到行动时扣款）", "逾期：$984.00（自 2026年2月1日（周日）起）"],
  ] as const)(
    "says commissions apart from the fee, and first of all what is overdue (%s)",
    (locale, commissions, overdue) => {
      const textOf = (change: Partial<WarningFacts>) =>
        renderText(warningText(warningFacts(change), locale, LINKS, fakeSettings).blocks);
      expect(textOf({})).toContain(commissions);
      const late = textOf({ overdue: { amount: "984.00", since: "2026-02-01" } });
      expect(late).toContain(overdue);
      expect(late.indexOf(overdue)).toBeLessThan(late.indexOf("$30.00"));
    },
  );

  it.each([
    [
      "en",
      "Left open, 12 months: at least about €346.56 (about €135.20 a month lately, at least about €28.88, plus commissions)",
    ],
    ["zh-CN", "不关闭，12 个月：至少约 €346.56（近几个月每月约 €135.20，至少约 €28.88，另加佣金）"],
  ] as const)("says what the last months cost beside a minimum that is less (D3, %s)", (locale, line) => {
    const minimum = { perMonth: "28.88", perYear: "346.56", bound: "atLeastAbout" as const };
    const { blocks } = warningText(
      warningFacts({ currency: "EUR", minimum, lastMonths: "135.20" }),
      locale,
      LINKS,
      fakeSettings,
    );
    expect(renderText(blocks)).toContain(line);
  });

  it("says what each month costs where the fee's day has gone by", () => {
    const { blocks } = warningText(warningFacts({ nextFee: null }), "en", LINKS, fakeSettings);
    const text = renderText(blocks);
    expect(text).toContain(
      "Left open, 12 months: at least $360.00 (at least $30.00 a month, plus commissions)",
    );
    expect(text).not.toContain("is not known yet");
  });

  it("calls a minimum that is only converted an estimate, and one of no edition the minimum fee", async () => {
    const { text } = await warningOf(async (deps, shop) => {
      const stated = { statedAt: deps.clock.now(), statedBy: "staff-1" };
      await deps.db.statedFacts.save(shop, [{ name: "currency", value: "SEK", ...stated }]);
    });
    expect(text).toMatch(/"at least about SEK\u00a0?[\d.,]+","note":"at least about SEK/);
    const unnotified = warningText(warningFacts({ nextFee: null, minimum: null }), "en", LINKS, fakeSettings);
    expect(renderText(unnotified.blocks)).toContain("at least the minimum fee each month");
  });

  it("names both days of a first fee after a sign-up on the 1st, while the earlier one is ahead (G4)", async () => {
    const signedUp = (value: string) => async (deps: ReturnType<typeof createFakeDeps>, shop: string) => {
      const stated = { statedAt: deps.clock.now(), statedBy: "staff-1" };
      await deps.db.statedFacts.save(shop, [{ name: "signedUpOn", value, ...stated }]);
    };
    const both = await warningOf(signedUp("2026-06-01"));
    expect(both.text).toContain("or already Wed, Jul 1, 2026");
    expect((await warningOf(signedUp("2026-05-01"))).text).not.toContain("or already");
  });

  it("does not claim an account that nobody connected or told of", async () => {
    const deps = createFakeDeps();
    const shop = aShop();
    await deps.db.shops.save(shop);
    await handleUninstall({ shop: shop.shop, triggeredAt: at("2026-06-21T08:59:00Z") }, deps);
    const [mail] = deps.db.rows().mails;
    await deliverMail({ shop: shop.shop, mailId: mail?.id ?? "" }, deps);
    expect(deps.mailer.sent[0]?.subject).toBe("If you have an impact.com account, it is still open");
  });

  it("raises no alarm when another installed store uses the same account, and does not say which", async () => {
    const other = aShop({ name: "Secret Store" });
    const { mail, text } = await warningOf(async (deps) => {
      await deps.db.shops.save(other);
      await deps.db.connections.save(aConnection({ shop: other.shop }));
    });
    expect(mail.subject).toBe("impact.com account still open for your other store");
    expect(text).not.toContain("Secret Store");
    expect(text).not.toContain(other.shop);
  });

  it("takes a store that left as well, or that only disconnected, for no such store", async () => {
    for (const [left, sealedToken] of [
      [at("2026-06-20T08:00:00Z"), "sealed"],
      [null, null],
    ] as const) {
      const { mail } = await warningOf(async (deps) => {
        const other = aShop({ uninstalledAt: left });
        await deps.db.shops.save(other);
        await deps.db.connections.save(aConnection({ shop: other.shop, sealedToken }));
      });
      expect(mail.subject).toBe("Your impact.com account is still open and can be charged");
    }
  });

  it("says how long its link works: two days without a tick, a month with one", async () => {
    const plain = await warningOf(async () => undefined);
    expect(plain.text).toContain("The link works for 2 days");
    const kept = await warningOf(async (deps, shop) => {
      const decided = { granted: true, decidedAt: deps.clock.now(), decidedBy: "staff-1" };
      await deps.db.choices.save(shop, [{ name: "remind-before-fees", ...decided }]);
    });
    expect(kept.text).toContain("The link works for 30 days.");
  });

  it("names no charge as the next one whose day went by while the mail waited (P1)", async () => {
    const { deps, shop, mails, deliver } = await aLeftStore({ shop: { uninstalledAt: null } });
    await handleUninstall({ shop, triggeredAt: at("2026-06-21T08:59:00Z") }, deps);
    expect(mails()[0]?.content).toMatchObject({ nextFee: { date: "2026-07-01" } });
    deps.clock.set("2026-07-02T12:00:00Z");
    await deliver();
    expect(JSON.stringify(deps.mailer.sent[0]?.body)).not.toContain("Jul 1");
  });

  it("carries the headers by which a mail program stops it with one click (RFC 8058)", async () => {
    const { mail } = await warningOf(async () => undefined);
    expect(mail.headers).toMatchObject({
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": expect.stringMatching(/^<https:\/\/settled\.example\/stop\/[\w-]+\.[\w-]+>$/),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });
});
