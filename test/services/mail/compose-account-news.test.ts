import { describe, expect, it } from "vitest";
import type { ShopRow, StoreEventKind } from "#app/ports/index.ts";
import { at } from "#test/factories/rows.ts";
import { anOutbox, blocksOf, FOOTER, STOP_LINK, STOPPABLE } from "./an-outbox.ts";

const stopped = { mailStoppedAt: at("2026-06-21T08:30:00Z") };
const gone = { uninstalledAt: at("2026-06-21T08:00:00Z") };

const news = (
  kind: StoreEventKind,
  change: Partial<ShopRow> | null = {},
  deed: { actor?: string; detail?: Record<string, string> } = {},
) => {
  const content = { kind, actor: "staff-1", detail: {}, at: "2026-06-21T09:00:00Z", ...deed };
  return anOutbox({ purpose: "account-news", content }, change);
};

describe("the mail about what was done in a store", () => {
  it("says what, where, when and by whom, how to take it back, and how to stop such mails", async () => {
    const { deps, shop, sent } = await news("connected", {}, { detail: { account: "0001" } });
    await deps.db.staffNames.save(shop, { actor: "staff-1", name: "Alex Morgan", seenAt: deps.clock.now() });
    expect(await sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "An impact.com account was connected to Settled",
      body: {
        kind: "blocks",
        blocks: [
          { kind: "strong", text: "impact.com account …0001 connected" },
          { kind: "paragraph", text: "Store Acme Outdoor, Jun 21, 2026, 5:00 AM (Eastern Time)." },
          { kind: "paragraph", text: "By Alex Morgan" },
          {
            kind: "paragraph",
            text: "Was it not you or your staff? Check Setup, and who can use your Shopify admin.",
          },
          STOP_LINK,
          ...FOOTER,
        ],
      },
      headers: STOPPABLE,
    });
  });

  it("does not guess a name, and makes no link of one that looks like it", async () => {
    const nameless = await news("disconnected", {}, { detail: { account: "0001" } });
    expect(blocksOf(await nameless.sent())[2]).toEqual({
      kind: "paragraph",
      text: "By a staff member (Shopify gave no name)",
    });
    const { deps, shop, sent } = await news("mail-resumed", { name: "acme.example" });
    const seenAt = deps.clock.now();
    await deps.db.staffNames.save(shop, { actor: "staff-1", name: "evil.example", seenAt });
    expect(blocksOf(await sent()).slice(0, 3)).toEqual([
      { kind: "strong", text: "Emails on again" },
      {
        kind: "paragraph",
        text: "Store acme.\u2060example, Jun 21, 2026, 5:00 AM (Eastern Time).",
      },
      { kind: "paragraph", text: "By evil.\u2060example" },
    ]);
  });

  it("says once that e-mails were stopped, what that means, and brings no link: nothing is left to stop", async () => {
    const { sent } = await news("mail-stopped", stopped, { actor: "signed-link" });
    const mail = await sent();
    expect(mail).toMatchObject({
      subject: "Settled’s emails are stopped",
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(Object.keys(mail.headers)).toEqual(["Auto-Submitted"]);
    expect(blocksOf(mail)).toEqual([
      { kind: "strong", text: "Emails stopped" },
      { kind: "paragraph", text: "Store Acme Outdoor, Jun 21, 2026, 5:00 AM (Eastern Time)." },
      { kind: "paragraph", text: "By the email link" },
      {
        kind: "paragraph",
        text: "Settled sends no more emails unless you ask for one. After you uninstall, no warning comes, although impact.com may keep charging fees.",
      },
      { kind: "paragraph", text: "Was it not you? Choose “Send emails again” in Setup." },
      ...FOOTER,
    ]);
  });

  it("tells a store that left how to get e-mails again without the app", async () => {
    const { sent } = await news("mail-stopped", { ...stopped, ...gone });
    expect(blocksOf(await sent())[4]).toEqual({
      kind: "paragraph",
      text: "Was it not you? Install Settled again. That switches emails on.",
    });
  });

  it.each([
    [{}, "Was it not you or your staff? Check Setup, and who can use your Shopify admin."],
    [gone, "Was it not you? Reply to this email, and Settled ends the links of your store."],
  ])("says what a link can do when somebody used one, and who to turn to (%j)", async (change, check) => {
    const deed = { actor: "signed-link", detail: { what: "note" } };
    const mail = await (await news("told-by-link", change, deed)).sent();
    expect(mail.subject).toBe("Somebody used the link in Settled’s email");
    expect(blocksOf(mail)).toEqual([
      { kind: "strong", text: "Update added to the closing request" },
      { kind: "paragraph", text: "Store Acme Outdoor, Jun 21, 2026, 5:00 AM (Eastern Time)." },
      { kind: "paragraph", text: "By the email link" },
      {
        kind: "paragraph",
        text: "Somebody with a link from Settled’s emails can add notes and answers. To send or end anything, they need a code from this mailbox. The history shows it as “By the email link”.",
      },
      { kind: "paragraph", text: check },
      STOP_LINK,
      ...FOOTER,
    ]);
  });

  it("speaks the store's language", async () => {
    const deed = {
      kind: "connected",
      actor: "staff-1",
      detail: { account: "0001" },
      at: "2026-06-21T09:00:00Z",
    };
    const { sent } = await anOutbox({ purpose: "account-news", locale: "de", content: deed });
    expect(await sent()).toMatchObject({
      locale: "de",
      subject: expect.stringContaining("impact.com-Konto"),
    });
  });

  it.each([
    ["connected", null, "the store is erased"],
    ["connected", stopped, "e-mails stopped"],
    ["mail-resumed", stopped, "e-mails stopped"],
    ["mail-stopped", {}, "e-mails are on again"],
  ] as const)("is dropped when it no longer fits: %s, store %j", async (kind, change, reason) => {
    const { dropped } = await news(kind, change);
    expect(await dropped()).toEqual({ outcome: "dropped", reason, sent: 0 });
  });
});
