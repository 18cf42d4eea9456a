import { describe, expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import { ticketParts } from "#app/services/drafts/ticket-parts.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const languagesOf = (text: string) => ticketParts(text).map(({ lang }) => lang);

describe("the halves of a ticket", () => {
  it.each(LOCALES.filter((locale) => locale !== "en"))(
    "are English and %s, as the ticket was composed, and give it back letter by letter",
    async (locale) => {
      const deps = createFakeDeps();
      await deps.db.shops.save(aShop({ shop }));
      await deps.db.connections.save(aConnection({ shop }));
      const body = (await draftRequest({ shop, locale }, deps))?.composedTicket.body ?? "";
      // With the line that no merchant writes on top, whose rule stands before the English half.
      const sent = `Settled: An API token proved account IR1.\n\n---\n\n${body}`;
      const parts = ticketParts(sent);
      expect(parts.map(({ lang }) => lang)).toEqual(["en", locale]);
      expect(parts.map(({ text }) => text).join("")).toBe(sent);
      expect(parts[0]?.text).toMatch(/Hello[\s\S]*Thank you/);
      expect(parts[1]?.text).toMatch(/^---\n/);
      // As a form gives it back.
      expect(languagesOf(body.replaceAll("\n", "\r\n"))).toEqual(["en", locale]);
    },
  );

  it("are one, in English, where the merchant's language is English", () => {
    const text = "Settled: named only.\n\n---\n\nPlease close it.";
    expect(ticketParts(text)).toEqual([{ text, lang: "en" }]);
  });

  it("leave the language open of a half under a line of the merchant's own, or of an earlier release", () => {
    const text = "Please close it.\n\n---\nIn my own words:\n\nBitte.";
    expect(ticketParts(text)).toEqual([
      { text: "Please close it.\n\n", lang: "en" },
      { text: "---\nIn my own words:\n\nBitte.", lang: null },
    ]);
    const both = `Please close it.\n\n---\nPS:\n\nThanks.\n\n---\nDerselbe Text in der Sprache des Kontoinhabers:\n\nBitte.`;
    expect(languagesOf(both)).toEqual(["en", "de"]);
  });
});
