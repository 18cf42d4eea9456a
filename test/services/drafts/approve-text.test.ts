import { describe, expect, it } from "vitest";
import { approveText } from "#app/services/drafts/approve-text.server.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import type { TicketChoices } from "#app/services/drafts/ticket-lines.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { aConnection, aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const EARLIEST: TicketChoices = { wantedOn: null, claimRefund: true };
const NO_REFUND: TicketChoices = { wantedOn: null, claimRefund: false };
const DAY: TicketChoices = { wantedOn: "2026-07-31", claimRefund: true };
const REFUND = /refund/i;

/** A shop on the brand way, whose text asks for the refund, and the text as a page showed it. */
async function aReader(locale: "en" | "zh-CN" = "en") {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  const stated = { statedAt: deps.clock.now(), statedBy: "staff-1" };
  await deps.db.statedFacts.save(shop, [{ name: "closingAccount", value: "other-brand", ...stated }]);
  const drafted = await draftRequest({ shop, locale, choices: EARLIEST }, deps);
  if (!drafted) throw new Error("the shop was never seen");
  const { composedTicket, textHashes } = drafted;
  return {
    deps,
    body: composedTicket.body,
    shown: { choices: EARLIEST, bodyHash: textHashes.body },
    approve: (body: string, choices = EARLIEST, shown = { choices: EARLIEST, bodyHash: textHashes.body }) =>
      approveText({ shop, locale, body, choices, shown }, deps),
  };
}

describe("a text that is to be sent", () => {
  it("goes out as it was read, Settled's own and a changed one, with line ends of the browser's kind", async () => {
    const { approve, body } = await aReader();
    expect(body).toMatch(REFUND);
    for (const text of [body, body.replaceAll("\n", "\r\n"), "Close it."])
      expect(await approve(text)).toMatchObject({
        outcome: "as-shown",
        submission: { route: "brand-ticket" },
      });
  });

  it("is shown again without the refund when that was left out after it was read, in both languages", async () => {
    for (const locale of ["en", "zh-CN"] as const) {
      const { approve, body } = await aReader(locale);
      const answer = await approve(body, NO_REFUND);
      if (answer?.outcome !== "changed") throw new Error("it would be sent with the refund");
      expect(answer.own).toBe(true);
      expect(answer.body).not.toMatch(/please refund|退还/i);
      const { bodyHash } = answer;
      expect(await approve(answer.body, NO_REFUND, { choices: NO_REFUND, bodyHash })).toMatchObject({
        outcome: "as-shown",
      });
    }
  });

  it("of the merchant's own is not rewritten, but shown again, once, with the day it lacks", async () => {
    const { approve, shown } = await aReader();
    const answer = await approve("Close it. No refund line is mine.", DAY);
    if (answer?.outcome !== "changed") throw new Error("the day would be added unread");
    expect(answer).toMatchObject({
      own: false,
      body: "Close it. No refund line is mine.\n\nRequested closing date: Fri, Jul 31, 2026",
    });
    expect(await approve(answer.body, DAY, { ...shown, choices: DAY })).toMatchObject({
      outcome: "as-shown",
    });
    const left = await approve("I want my refund.", NO_REFUND);
    expect(left).toMatchObject({ outcome: "changed", own: false, body: "I want my refund." });
    expect(await approve("I want my refund.", NO_REFUND, { ...shown, choices: NO_REFUND })).toMatchObject({
      outcome: "as-shown",
    });
  });

  it("adds no day unread to a form that says nothing of what it showed", async () => {
    const { deps } = await aReader();
    const read = (body: string) => approveText({ shop, locale: "en", body, choices: DAY, shown: null }, deps);
    expect(await read("Close it.")).toMatchObject({ outcome: "changed" });
    expect(await read("Close it.\n\nRequested closing date: Fri, Jul 31, 2026")).toMatchObject({
      outcome: "as-shown",
    });
  });

  it("does not matter any more once a request is under way", async () => {
    const { deps, approve, body } = await aReader();
    const text = { subject: "Close it", body: "Close it.", reason: null };
    await handOver(
      { shop, actor: "staff-1", route: "brand-ticket", openItems: [], ...NAMED_ONLY, ...text },
      deps,
    );
    expect(await approve(body, NO_REFUND)).toMatchObject({ outcome: "as-shown" });
  });

  it("is none of an agency's, whose way out is not walked here, whatever form was kept from before", async () => {
    const { approve, body, deps } = await aReader();
    await deps.db.connections.save(aConnection({ shop, kind: "agency" }));
    expect(await approve(body)).toBeNull();
  });
});
