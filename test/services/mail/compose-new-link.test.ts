import { describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { at } from "#test/factories/rows.ts";
import { choice } from "#test/services/uninstall/a-left-store.ts";
import { anOutbox, blocksOf, FINISH, FOOTER } from "./an-outbox.ts";

const GONE = { uninstalledAt: at("2026-06-20T08:00:00Z") };
const aNewLink = (change: Partial<ShopRow> = GONE, locale = "en") =>
  anOutbox({ purpose: "new-link", locale, content: {} }, change);

const MONTH = "You asked for a new link. It works for 30 days.";
const TWO_DAYS =
  "You asked for a new link. It works until Settled deletes your data, 2 days after you uninstalled. If you send a closing request, it works for 30 days.";

describe("the mail with a new link", () => {
  it("brings the link, says how long it works, and that it can be ignored", async () => {
    const { sent } = await aNewLink();
    expect(await sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "Your new link to finish closing your impact.com account",
      body: {
        kind: "blocks",
        blocks: [
          { kind: "paragraph", text: TWO_DAYS },
          { kind: "action", text: "Finish closing your account", href: FINISH },
          { kind: "small", text: "Didn’t ask for it? Ignore this email. Nothing changes." },
          ...FOOTER,
        ],
      },
      headers: { "Auto-Submitted": "auto-generated" },
    });
  });

  it("opens the page to finish on, and not the one that stops mails", async () => {
    const { deps, deliver } = await aNewLink();
    await deliver();
    expect(deps.db.rows().links).toMatchObject([{ purpose: "finish" }]);
  });

  it("works for a month in a store that stopped with the app in it: nothing there is deleted", async () => {
    const { sent } = await aNewLink({ storeStop: "frozen" });
    expect(blocksOf(await sent())[0]).toEqual({ kind: "paragraph", text: MONTH });
  });

  it("works for a month where reminders were asked for, but not of an account that impact.com closed", async () => {
    const { deps, shop, sent } = await aNewLink();
    await deps.db.choices.save(shop, [choice("remind-before-fees")]);
    expect(blocksOf(await sent())[0]).toEqual({ kind: "paragraph", text: MONTH });
    const closed = await aNewLink();
    await closed.deps.db.choices.save(closed.shop, [choice("remind-before-fees")]);
    const programs = [{ id: "1", name: "Acme", state: "DEACTIVATED" }];
    await closed.deps.db.snapshots.saveRead(closed.shop, "Campaigns", programs, closed.deps.clock.now());
    expect(blocksOf(await closed.sent())[0]).toEqual({ kind: "paragraph", text: TWO_DAYS });
  });

  it("speaks the store's language", async () => {
    const { sent } = await aNewLink(GONE, "de");
    expect(await sent()).toMatchObject({ locale: "de" });
  });
});
