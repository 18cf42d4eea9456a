import { describe, expect, it } from "vitest";
import type { Alert, AlertNews } from "#app/domain/index.ts";
import type { ShopRow } from "#app/ports/index.ts";
import { at } from "#test/factories/rows.ts";
import { anOutbox, blocksOf, FINISH, FOOTER, STOP_LINK, STOPPABLE } from "./an-outbox.ts";

const CROSSED_AT = "2026-06-21T08:00:00Z";
const FEE: AlertNews = {
  alert: "monthly-fee",
  amount: "120.00",
  currency: "USD",
  bound: "atLeast",
  on: "2026-07-01",
  limit: "100.00",
};
const OVERDUE: AlertNews = {
  alert: "overdue",
  amount: "45.50",
  currency: "USD",
  invoices: 2,
  since: "2026-06-01",
};

type World = { named?: Alert[]; change?: Partial<ShopRow> | null; granted?: boolean | null };

/** A mail about the fee, or more, whose limits were crossed an hour ago. */
async function anAlert({ named = ["monthly-fee"], change = {}, granted = true }: World = {}) {
  const content = {
    shopName: "Acme Outdoor",
    changedAt: CROSSED_AT,
    news: named.map((alert) => ({ alert })),
  };
  const outbox = await anOutbox({ purpose: "alert", content }, change);
  const { deps, shop } = outbox;
  const setAt = at("2026-06-01T10:00:00Z");
  await deps.db.alerts.saveSetting(shop, {
    limits: {
      currency: "USD",
      monthlyFee: "100.00",
      weeklyCommissions: null,
      overdue: true,
      movedDays: null,
    },
    setAt,
    setBy: "staff-1",
    mail: granted === null ? null : { granted, decidedAt: setAt, decidedBy: "staff-1" },
  });
  return {
    ...outbox,
    mark: (alert: Alert, news: AlertNews | null, changedAt = CROSSED_AT) =>
      deps.db.alerts.move(shop, null, {
        alert,
        limit: "100.00",
        state: news ? "over" : "under",
        news,
        accountSid: "IRtestSid0000001",
        changedAt: at(changedAt),
        seenAt: null,
      }),
  };
}

describe("the mail about reached limits", () => {
  it("says the figure and the limit, leads to the tasks, and says where limits are changed", async () => {
    const { mark, sent } = await anAlert();
    await mark("monthly-fee", FEE);
    expect(await sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "Your next impact.com fee reached your limit",
      body: {
        kind: "blocks",
        blocks: [
          { kind: "paragraph", text: "Limits you set in Settled for Acme Outdoor are reached:" },
          {
            kind: "list",
            items: ["Next fee: at least $120.00 on Wed, Jul 1, 2026. Your limit is $100.00."],
          },
          { kind: "action", text: "See figures and tasks", href: FINISH },
          { kind: "paragraph", text: "To change limits, open Settled in Shopify: Setup, then Alerts." },
          {
            kind: "small",
            text: "You get this email once for each alert, because somebody in your store checked “Email me about alerts”.",
          },
          STOP_LINK,
          ...FOOTER,
        ],
      },
      headers: STOPPABLE,
    });
  });

  it("names each limit when several are reached, in the order of the news", async () => {
    const { mark, sent } = await anAlert({ named: ["overdue", "monthly-fee"] });
    await mark("monthly-fee", FEE);
    await mark("overdue", OVERDUE);
    const mail = await sent();
    expect(mail.subject).toBe("2 limits you set are reached");
    expect(blocksOf(mail)[1]).toEqual({
      kind: "list",
      items: [
        "2 partner invoices are overdue: $45.50, the oldest since Mon, Jun 1, 2026.",
        "Next fee: at least $120.00 on Wed, Jul 1, 2026. Your limit is $100.00.",
      ],
    });
  });

  it("leaves out a limit that is not reached any more, or was reached again later: that has its own mail", async () => {
    const { mark, sent } = await anAlert({ named: ["overdue", "monthly-fee", "weekly-commissions"] });
    await mark("monthly-fee", FEE, "2026-06-21T08:30:00Z");
    await mark("overdue", OVERDUE);
    await mark("weekly-commissions", null);
    const mail = await sent();
    expect(mail.subject).toBe("A partner invoice at impact.com is overdue");
    expect(blocksOf(mail)[1]).toEqual({
      kind: "list",
      items: ["2 partner invoices are overdue: $45.50, the oldest since Mon, Jun 1, 2026."],
    });
  });

  it("is dropped when nothing of it holds by the time it goes", async () => {
    const { mark, dropped } = await anAlert();
    await mark("monthly-fee", null);
    expect(await dropped()).toEqual({ outcome: "dropped", reason: "below the limit again", sent: 0 });
    const forgotten = await anAlert();
    expect(await forgotten.dropped()).toMatchObject({ reason: "below the limit again", sent: 0 });
  });

  it.each([
    [{ change: null }, "not installed"],
    [{ change: { uninstalledAt: at(CROSSED_AT) } }, "not installed"],
    [{ change: { mailStoppedAt: at(CROSSED_AT) } }, "alerts by e-mail not wanted"],
    [{ granted: false }, "alerts by e-mail not wanted"],
    [{ granted: null }, "alerts by e-mail not wanted"],
  ] as [World, string][])("goes to nobody who does not want it: %j", async (world, reason) => {
    const { mark, dropped } = await anAlert(world);
    await mark("monthly-fee", FEE);
    expect(await dropped()).toEqual({ outcome: "dropped", reason, sent: 0 });
  });

  it("is no mail without news, nor about something that is no alert", async () => {
    for (const news of [[], [{ alert: "weather" }]]) {
      const content = { shopName: "Acme Outdoor", changedAt: CROSSED_AT, news };
      const { deliver } = await anOutbox({ purpose: "alert", content });
      await expect(deliver()).rejects.toThrow();
    }
  });
});
