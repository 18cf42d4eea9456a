import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type BrandVerdict, brandFacts, leadFact } from "#app/components/closing/brand-facts.ts";
import { PartnerMoney } from "#app/components/closing/partner-money.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { closingOutlook, closureReport, leftCounts } from "#app/domain/index.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

/** Two actions still to lock, seen on a day. */
function verdictOf(known: Partial<Pick<BrandVerdict, "outlook">> = {}): BrandVerdict {
  const account = anAccount({
    actions: [
      anAction({ id: "1", locksOn: "2026-06-20" }),
      anAction({ id: "2", locksOn: "2026-07-10", trackedOn: "2026-06-01" }),
    ],
  });
  const on = date("2026-06-05");
  const { earliestClosing, refund } = closureReport(account, { on });
  return {
    today: "2026-06-05",
    earliest: earliestClosing.date,
    because: earliestClosing.because,
    refund,
    explained: true,
    outlook: closingOutlook(account, { on }),
    counts: leftCounts(account, { on, statement: true }),
    ...known,
  };
}

describe("the closing's first card", () => {
  it.each([
    ["en", "Fri, Jul 10", "The last of 2 pending actions locks that day."],
    ["zh-CN", "7月10日（周五）", "2 个待处理行动中的最后一个在当天锁定。"],
  ] as const)("says in %s that pending actions delay it, and until when (S0)", (locale, day, sentence) => {
    const fact = leadFact(verdictOf(), translatorFor(locale));
    expect(fact.value).toMatchObject({ text: day });
    expect(fact.notes).toContain(sentence);
  });

  it.each([
    ["en", "Its example: (20,000 − 17,500) × 15.4% = 385."],
    ["zh-CN", "其示例：(20,000 − 17,500) × 15.4% = 385。"],
  ] as const)(
    "shows in %s the published formula where an edition's fees are not known (D24, H51)",
    (locale, words) => {
      const [fees] = brandFacts(verdictOf({ outlook: null }), translatorFor(locale));
      expect(fees?.notes.join(" ")).toContain(words);
      expect(
        brandFacts(verdictOf(), translatorFor(locale))
          .flatMap(({ notes }) => notes)
          .join(" "),
      ).not.toContain(words);
    },
  );
});

describe("the cost to close then", () => {
  const costOn = (lastLock: string, locale: Locale) => {
    const account = anAccount({ actions: [anAction({ locksOn: lastLock })] });
    const outlook = closingOutlook(account, { on: date("2026-06-05") });
    const [, cost] = brandFacts(verdictOf({ outlook }), translatorFor(locale));
    return [cost?.value.mark, cost?.value.text, cost?.notes[0]];
  };

  it.each([
    ["en", "about", "The fee for June.", "2 monthly fees."],
    ["zh-CN", "约", "6月的月费。", "2 个月的月费。"],
  ] as const)(
    "names as many fees as its sum has, and no commissions with them (fault 22, %s)",
    (locale, about, one, two) => {
      expect(costOn("2026-06-20", locale)).toEqual([about, "$30.00", one]);
      expect(costOn("2026-07-10", locale)).toEqual([about, "$60.00", two]);
    },
  );
});

it.each(LOCALES)(
  "a partner's list in %s says what is earned, paid out, deducted and lost (D20, D24)",
  (locale) => {
    const markup = renderToStaticMarkup(
      createElement(TranslatorProvider, { locale }, createElement(PartnerMoney)),
    );
    const rows = [...markup.matchAll(/<dt>(.*?)<\/dt><dd><b>(.*?)<\/b>/g)].map(([, what, becomes]) => [
      what,
      becomes,
    ]);
    expect(rows).toEqual(ROWS[locale]);
  },
);

const ROWS: Record<Locale, string[][]> = {
  en: [
    ["Actions that still lock", "still earned"],
    ["Balance at your withdrawal threshold or more", "paid out automatically"],
    ["Balance below it", "you choose"],
    ["Not payable for 6 months", "$10.00 a month"],
    ["Earnings after closing", "not paid"],
  ],
  "zh-CN": [
    ["尚未锁定的行动", "仍会到账"],
    ["余额达到自动提现阈值", "自动支付"],
    ["余额低于阈值", "由您选择"],
    ["连续 6 个月无法支付", "每月 $10.00"],
    ["关闭后的收入", "不支付"],
  ],
  "zh-TW": [
    ["尚待鎖定的轉換動作", "仍會計入收入"],
    ["餘額達到自動提領門檻", "自動付款"],
    ["餘額低於門檻", "由您選擇"],
    ["連續 6 個月無法支付", "每月 $10.00"],
    ["關閉後的收入", "不支付"],
  ],
  ja: [
    ["これからロックされるアクション", "引き続き受け取り可能"],
    ["残高が出金の基準額以上", "自動的に出金"],
    ["残高が基準額未満", "選択が必要"],
    ["6か月間出金できない場合", "月$10.00"],
    ["閉鎖後の収益", "支払いなし"],
  ],
  de: [
    ["Aktionen, die noch festgeschrieben werden", "noch verdient"],
    ["Guthaben ab deiner Auszahlungsschwelle", "automatisch ausgezahlt"],
    ["Guthaben darunter", "du entscheidest"],
    ["6 Monate nicht auszahlbar", "10,00\u00a0$ pro Monat"],
    ["Einnahmen nach der Schließung", "nicht bezahlt"],
  ],
  fr: [
    ["Actions encore à verrouiller", "gains maintenus"],
    ["Solde au seuil de retrait ou au-dessus", "versé automatiquement"],
    ["Solde en dessous", "à vous de choisir"],
    ["Non versable pendant 6 mois", "10,00\u00a0$ par mois"],
    ["Gains après la fermeture", "non payés"],
  ],
  es: [
    ["Acciones aún no definitivas", "siguen siendo tuyas"],
    ["Saldo igual o superior a tu umbral de retiro", "se paga automáticamente"],
    ["Saldo inferior al umbral", "tú eliges"],
    ["Saldo que no se puede pagar en 6 meses", "10,00\u00a0$ al mes"],
    ["Ganancias después del cierre", "no se pagan"],
  ],
  it: [
    ["Azioni non ancora definitive", "ti spettano comunque"],
    ["Saldo pari o superiore alla soglia di prelievo", "versato automaticamente"],
    ["Saldo sotto la soglia", "scegli tu"],
    ["Saldo non versabile per 6 mesi", "10,00\u00a0$ al mese"],
    ["Guadagni dopo la chiusura", "non pagati"],
  ],
  nl: [
    ["Transacties die nog definitief worden", "verdien je nog"],
    ["Saldo op of boven je uitbetalingsdrempel", "automatisch uitbetaald"],
    ["Saldo eronder", "jij kiest"],
    ["6 maanden niet uit te betalen", "$\u00a010,00 per maand"],
    ["Inkomsten na sluiting", "niet betaald"],
  ],
  da: [
    ["Transaktioner, der mangler at blive låst", "er stadig dine"],
    ["Saldo på eller over din udbetalingsgrænse", "udbetales automatisk"],
    ["Saldo under grænsen", "du vælger"],
    ["Saldo, der ikke kan udbetales i 6 måneder", "10,00\u00a0$ om måneden"],
    ["Indtjening efter lukningen", "betales ikke"],
  ],
  sv: [
    ["Transaktioner som ska låsas", "du får pengarna"],
    ["Saldo på uttagsgränsen eller högre", "betalas ut automatiskt"],
    ["Lägre saldo än så", "du väljer"],
    ["Inte utbetalbart på 6 månader", "10,00\u00a0$ i månaden"],
    ["Intäkter efter stängningen", "betalas inte"],
  ],
  nb: [
    ["Transaksjoner som ikke er låst ennå", "er fortsatt dine"],
    ["Saldo på uttaksgrensen eller høyere", "betales ut automatisk"],
    ["Saldo under uttaksgrensen", "du velger"],
    ["Saldo som ikke kan betales ut på 6 måneder", "10,00\u00a0$ i måneden"],
    ["Inntekter etter lukkingen", "betales ikke"],
  ],
};
