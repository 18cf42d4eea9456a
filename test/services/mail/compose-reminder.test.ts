import { describe, expect, it } from "vitest";
import type { ChoiceName, ShopRow } from "#app/ports/index.ts";
import { aClosing, aClosingEvent, at } from "#test/factories/rows.ts";
import { choice } from "#test/services/uninstall/a-left-store.ts";
import { anOutbox, blocksOf, FINISH, FOOTER, STOP_LINK, STOPPABLE } from "./an-outbox.ts";

const GONE = { uninstalledAt: at("2026-06-20T08:00:00Z") };
const FACTS = {
  shopName: "Acme Outdoor",
  account: "0001",
  timeZone: "America/New_York",
  currency: "USD",
  feeOn: "2026-06-24",
  minimum: "30.00",
  asOf: "2026-06-19T12:00:00Z",
  because: "choice",
};

type World = {
  facts?: Record<string, unknown>;
  change?: Partial<ShopRow> | null;
  choices?: ChoiceName[];
  request?: "ready" | "sent";
};

/** A reminder that waits since the morning, of a store that left the day before and asked for it. */
async function aReminder({ facts, change = GONE, choices = ["remind-before-fees"], request }: World = {}) {
  const content = { ...FACTS, ...facts };
  const outbox = await anOutbox({ purpose: "fee-reminder", content }, change);
  const { deps, shop } = outbox;
  await deps.db.choices.save(
    shop,
    choices.map((name) => choice(name)),
  );
  if (request) {
    const ready = aClosing({ shop, reference: "SET-7KQ2-M9XD" });
    await deps.db.closingRequests.open(ready, aClosingEvent());
    const sent = { trigger: "channel-accepted", fromState: "ready", toState: "sent" } as const;
    const evidence = { ticketNumber: "10001" };
    if (request === "sent")
      await deps.db.closingRequests.move(shop, ready.id, aClosingEvent({ ...sent, evidence }));
  }
  return outbox;
}
const ACTION = { kind: "action", text: "Finish closing your account", href: FINISH };
const BY_HAND = {
  kind: "paragraph",
  text: "Without this link: sign in at app.impact.com, open Support, and create a ticket to close your account.",
};

describe("the reminder before a fee (E2)", () => {
  it("says the day and the least it can be, how old that is, and the two ways to close", async () => {
    const { sent } = await aReminder();
    expect(await sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "impact.com charges its next fee on Wed, Jun 24, 2026",
      body: {
        kind: "blocks",
        blocks: [
          {
            kind: "strong",
            text: "Next fee on Wed, Jun 24, 2026: at least $30.00. Your impact.com account is not closed yet.",
          },
          {
            kind: "paragraph",
            text: "Account ending in 0001, last checked with impact.com: Jun 19, 2026, 8:00 AM (Eastern Time).",
          },
          ACTION,
          BY_HAND,
          {
            kind: "small",
            text: "You get this because you checked “Remind me before each fee” while Settled was installed in Acme Outdoor. The link works for 30 days.",
          },
          STOP_LINK,
          ...FOOTER,
        ],
      },
      headers: STOPPABLE,
    });
  });

  it("promises no figure that nobody knows, and says that nobody looked", async () => {
    const { sent } = await aReminder({
      facts: { account: null, asOf: null, minimum: null, because: "openRequest" },
    });
    expect(blocksOf(await sent())).toEqual([
      {
        kind: "strong",
        text: "Next fee on Wed, Jun 24, 2026: at least the minimum fee. Your impact.com account is not closed yet.",
      },
      { kind: "paragraph", text: "Settled never checked this account with impact.com." },
      ACTION,
      BY_HAND,
      {
        kind: "small",
        text: "You get this because your closing request for Acme Outdoor is not finished. The link works for 30 days.",
      },
      STOP_LINK,
      ...FOOTER,
    ]);
  });

  it("says of a first fee that it may come, and of a converted one that it is about so much", async () => {
    const mail = await (await aReminder({ facts: { maybe: true, isEstimate: true } })).sent();
    expect(mail.subject).toBe("impact.com may charge its first fee on Wed, Jun 24, 2026");
    expect(blocksOf(mail)[0]).toEqual({
      kind: "strong",
      text: "First fee, possibly on Wed, Jun 24, 2026: at least about $30.00. Your impact.com account is not closed yet.",
    });
  });

  it.each([
    [
      "ready",
      "Your closing request SET-7KQ2-M9XD has not been sent yet.",
      "See your request",
      "Without this link: sign in at app.impact.com and open Support.",
    ],
    [
      "sent",
      "Your closing request SET-7KQ2-M9XD was sent. You do not need a second one.",
      "See your request",
      "Without this link: answer impact.com in the ticket that names SET-7KQ2-M9XD.",
    ],
  ] as const)("asks for no second request while one is %s", async (request, line, action, without) => {
    const mail = await (await aReminder({ request })).sent();
    expect(blocksOf(mail).slice(2, 5)).toEqual([
      { kind: "paragraph", text: line },
      { kind: "action", text: action, href: FINISH },
      { kind: "paragraph", text: without },
    ]);
  });

  it("goes without the choice while a request is under way", async () => {
    const { deliver } = await aReminder({ choices: [], request: "sent" });
    expect(await deliver()).toBe("sent");
  });

  it.each([
    [{ change: null }, "installed again"],
    [{ change: {} }, "installed again"],
    [{ choices: [] }, "reminders no longer wanted"],
    [{ change: { ...GONE, mailStoppedAt: at("2026-06-21T08:00:00Z") } }, "reminders no longer wanted"],
    [{ facts: { feeOn: "2026-06-21" } }, "the fee's day has come"],
    [{ facts: { feeOn: "2026-06-20" } }, "the fee's day has come"],
  ] as [World, string][])("is dropped when it is not wanted or too late: %j", async (world, reason) => {
    const { dropped } = await aReminder(world);
    expect(await dropped()).toEqual({ outcome: "dropped", reason, sent: 0 });
  });

  it("goes by the day in the account's zone", async () => {
    const { deps, deliver } = await aReminder({ facts: { feeOn: "2026-06-22" } });
    // Three in the morning in London is still the day before in New York.
    deps.clock.set("2026-06-22T03:00:00Z");
    expect(await deliver()).toBe("sent");
  });

  it("is no mail for a reason that nobody knows", async () => {
    const { deliver } = await aReminder({ facts: { because: "weather" } });
    await expect(deliver()).rejects.toThrow();
  });
});
