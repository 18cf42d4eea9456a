import { describe, expect, it } from "vitest";
import type { BrandVerdict } from "#app/components/closing/brand-facts.ts";
import { partnerLead } from "#app/components/closing/partner-facts.ts";
import { type AccountFileJson, closureReport, leftCounts } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, date } from "#test/factories/account.ts";

const TODAY = "2026-06-05";
const aContract = (id: string, endsOn: string | null = null) => ({
  ...{ id, partner: "Outdoor program", status: "ACTIVE" as const, endsOn },
});

function notesOf(contracts: AccountFileJson["contracts"], locale: Locale): readonly string[] {
  const account = anAccount({ kind: "partner", fundingBalance: null, actions: [], contracts });
  const on = date(TODAY);
  const { earliestClosing, refund } = closureReport(account, { on });
  const verdict: BrandVerdict = {
    ...{ today: TODAY, earliest: earliestClosing.date, because: earliestClosing.because, refund },
    ...{ explained: true, outlook: null, counts: leftCounts(account, { on, statement: true }) },
  };
  return partnerLead(verdict, translatorFor(locale)).notes;
}

describe("a partner's earliest closing", () => {
  it.each([
    ["en", "Only if your 2 contracts have ended by then.", "Only if your 1 contract has ended by then."],
    ["zh-CN", "前提是您的 2 份合同届时已到期。", "前提是您的 1 份合同届时已到期。"],
  ] as const)(
    "depends on every contract, one that ends on a known day too (D5, S2, %s)",
    (locale, two, one) => {
      expect(notesOf([aContract("c1"), aContract("c2", "2026-06-15")], locale)[0]).toBe(two);
      expect(notesOf([aContract("c2", "2026-06-15")], locale)[0]).toBe(one);
      expect(notesOf([aContract("c3", "2026-05-31")], locale).join()).not.toContain(one);
    },
  );
});
