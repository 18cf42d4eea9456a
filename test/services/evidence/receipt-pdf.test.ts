import { writeFileSync } from "node:fs";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { createPdfWriter } from "#app/adapters/pdf/pdf-writer.server.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { receiptPdf } from "#app/services/evidence/receipt-pdf.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { aConnection, aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const pdf = createPdfWriter();
const text = { subject: "Please close account IR1", body: "Please close it.\n\n---\n请关闭。", reason: null };

/** A request that was handed over, and sent unless told otherwise. */
async function aReceipt({ sent = true } = {}) {
  const deps = { ...createFakeDeps(), pdf };
  await deps.db.shops.save(aShop({ shop, name: "户外 Acme" }));
  await deps.db.connections.save(aConnection({ shop }));
  const openItems = ["expire-contracts", "an-item-of-later"];
  await handOver(
    { shop, actor: "staff-1", route: "starter-ticket", openItems, ...NAMED_ONLY, byHand: !sent, ...text },
    deps,
  );
  if (sent) await deliverTicket({ shop, ticketId: deps.db.rows().tickets[0]?.id ?? "" }, deps);
  const reference = (await deps.db.closingRequests.findOpen(shop))?.reference ?? "";
  const make = (locale: Locale, ref = reference) => receiptPdf({ shop, reference: ref, locale }, deps);
  return { deps, reference, make };
}

async function wordsOf(bytes: Uint8Array = new Uint8Array()): Promise<string> {
  const { text: words } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
    mergePages: true,
  });
  // Lines break where the page ends them, in Chinese also inside a sentence.
  return words.replaceAll(/\s/g, "");
}

/** Nine in the morning in Greenwich, as the store in New York reads it. */
const SENT_AT: Record<Locale, string> = {
  en: "Jun 21, 2026, 5:00 AM (Eastern Time)",
  "zh-CN": "2026年6月21日 05:00（北美东部时间）",
  "zh-TW": "2026年6月21日 05:00（北美東部時間）",
  ja: "2026年6月21日 5:00 (米国東部時間)",
  de: "21. Juni 2026, 05:00 (Nordamerikanische Ostküstenzeit)",
  fr: "21 juin 2026, 05:00 (heure de l’Est nord-américain)",
  es: "21 jun 2026, 5:00 (hora oriental)",
  it: "21 giu 2026, 05:00 (Ora orientale USA)",
  nl: "21 jun 2026, 05:00 (Eastern-tijd)",
  da: "21. jun. 2026, 05.00 (Eastern-tid)",
  sv: "21 juni 2026 05:00 (östnordamerikansk tid)",
  nb: "21. juni 2026, 05:00 (ET)",
};

describe("the receipt as a PDF", () => {
  it.each(LOCALES)(
    "says in %s what was sent where and when, what follows, and the exact words",
    async (locale) => {
      const { make, reference } = await aReceipt();
      const receipt = await make(locale);
      if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}-${locale}.pdf`, receipt?.bytes ?? "");
      const words = await wordsOf(receipt?.bytes);
      const { t, instant } = translatorFor(locale);
      const recipient = "help-desk@impact.test";
      const when = instant("2026-06-21T09:00:00Z", "America/New_York");
      for (const part of [
        reference,
        "户外 Acme",
        "IRtestSid0000001",
        t("receipt.state.sent", { recipient, when }),
        t("receipt.pdf.way.ticket"),
        SENT_AT[locale],
        t("close.task.expire-contracts"),
        "an-item-of-later",
        t("receipt.notClosed"),
        t("review.next", { recipient, email: "owner@acme-outdoor.example" }),
        t("review.irreversible.starter-ticket"),
        t("review.until.starter-ticket"),
        t("receipt.event.handed-over"),
        `${text.subject} [${reference}]`,
        "Please close it.",
        "请关闭。",
      ])
        expect(words).toContain(part.replaceAll(/\s/g, ""));
      expect(receipt?.bytes.length).toBeLessThan(300_000);
      expect(receipt?.fileName).toBe(`${reference}.pdf`);
    },
  );

  it("is the same at a later look, and another once the request moved", async () => {
    const { make, deps, reference } = await aReceipt({ sent: false });
    const first = await make("en");
    deps.clock.set("2026-06-21T10:00:00Z");
    expect((await make("en"))?.bytes).toEqual(first?.bytes);
    const request = await deps.db.closingRequests.findByReference(shop, reference);
    const at = deps.clock.now();
    const evidence = { ticketNumber: "HD-12" };
    await deps.db.closingRequests.move(shop, request?.id ?? "", {
      trigger: "told-handed-over",
      fromState: "ready",
      toState: "handed-over",
      actor: "staff-1",
      evidence,
      at,
    });
    expect(await wordsOf((await make("en"))?.bytes)).toContain("Ticketnumber:HD-12");
  });

  it("does not say sent of a request that the merchant takes there", async () => {
    const words = await wordsOf((await (await aReceipt({ sent: false })).make("en"))?.bytes);
    expect(words).toContain("Sentbyyou");
    expect(words).not.toContain("Sentto:");
  });

  it("is none for a reference of nobody's", async () => {
    expect(await (await aReceipt()).make("en", "SET-XXXX-XXXX")).toBeNull();
  });
});
