import { describe, expect, it } from "vitest";
import type { MailRow, ShopRow } from "#app/ports/index.ts";
import { at } from "#test/factories/rows.ts";
import { warningFacts } from "./a-warning.ts";
import { anOutbox, blocksOf, STOPPABLE } from "./an-outbox.ts";

const GONE = { uninstalledAt: at("2026-06-21T08:00:00Z") };
const STOPPED = { storeStop: "frozen" } as const;

/** A warning that waits: after an uninstall, or after the store itself stopped. */
const aWarning = (facts: Parameters<typeof warningFacts>[0], change: Partial<ShopRow> | null) =>
  anOutbox(
    { purpose: facts?.stop ? "store-stopped" : "uninstall-warning", content: warningFacts(facts) },
    change,
  );

describe("the warning after the store itself stopped (D9)", () => {
  it("goes to a store that has the app, with the way to stop it", async () => {
    const { sent } = await aWarning({ stop: "frozen" }, STOPPED);
    const mail = await sent();
    expect(mail).toMatchObject({
      subject: "Your impact.com account is still open and can be charged",
      headers: STOPPABLE,
    });
    expect(blocksOf(mail)[1]).toEqual({
      kind: "paragraph",
      text: "Shopify froze your store Acme Outdoor. That did not close your impact.com account ending in 0001.",
    });
  });

  it.each([
    ["the store is open again", {}],
    ["uninstalled since", { ...STOPPED, ...GONE }],
    ["e-mails stopped", { ...STOPPED, mailStoppedAt: at("2026-06-21T08:30:00Z") }],
    ["installed again", null],
  ])("is dropped when it is over: %s", async (reason, change) => {
    const { dropped } = await aWarning({ stop: "frozen" }, change);
    expect(await dropped()).toEqual({ outcome: "dropped", reason, sent: 0 });
  });
});

describe("the warning after an uninstall", () => {
  it("goes of the install that it was written of", async () => {
    const { deliver } = await aWarning(
      { installedAt: "2026-05-12T13:00:00Z" },
      {
        ...GONE,
        installedAt: at("2026-05-12T13:00:00Z"),
      },
    );
    expect(await deliver()).toBe("sent");
  });

  it("is dropped of a store that is erased, whatever install it was written of", async () => {
    const { dropped } = await aWarning({ installedAt: "2026-05-12T13:00:00Z" }, null);
    expect(await dropped()).toEqual({ outcome: "dropped", reason: "installed again", sent: 0 });
  });

  it("makes no link of a store's name that looks like one", async () => {
    const content: MailRow["content"] = warningFacts({ shopName: "evil.example" });
    const { sent } = await anOutbox({ purpose: "uninstall-warning", content }, GONE);
    expect(JSON.stringify(blocksOf(await sent()))).toContain("from evil.\u2060example.");
  });
});
