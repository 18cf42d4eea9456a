import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { catalogueOf } from "#app/messages/messages.server.ts";

/** Words a merchant who leaves must never meet: the marks of the patterns docs/dark-patterns.md rules out. */
const NEVER: Record<string, Record<Locale, RegExp>> = {
  "shames who leaves": {
    en: /\b(no,? (thanks|i)\b|sorry to see|sad to|miss out|missing out|i like losing|give up on|goodbye)/i,
    "zh-CN": /舍不得|真的要离开|错过|后悔|残忍|遗憾/,
    "zh-TW": /捨不得|真的要離開|錯過|後悔|殘忍|遺憾/i,
    ja: /残念|後悔|惜し|本当に離れ|さようなら|お見逃し/i,
    de: /\b(schade|traurig|verpass|bereu|vermissen|auf wiedersehen)/i,
    fr: /\b(dommage|tristes?\b|désolés? de|ratez|manquez|regrett|au revoir)/i,
    es: /\b(lástima|triste|lamentamos|te (lo )?pierdas|arrepent|adiós)/i,
    it: /\b(peccato|tristi?\b|dispiace|perderti|pentir|addio)/i,
    nl: /\b(jammer|verdrietig|mis(t|sen) (je|niet)|spijt|vaarwel|tot ziens)/i,
    da: /\b(ærgerligt|kede af|gå glip|går glip|fortryde|farvel)/i,
    sv: /(tråkigt|ledsen|gå miste|missa(r|) inte|ångra dig|farvel|hejdå)/i,
    nb: /(synd at|trist|går glipp|gå glipp|angre|farvel)/i,
  },
  "makes haste without a cause": {
    en: /\b(hurry|act now|last chance|only today|limited time|expires? soon|don.t wait|immediately|urgent)/i,
    "zh-CN": /马上|赶快|抓紧|限时|最后机会|仅剩|紧急|倒计时/,
    "zh-TW": /馬上|趕快|抓緊|限時|最後機會|僅剩|緊急|倒數/i,
    ja: /今すぐ申|お急ぎ|至急|期間限定|残りわずか|最後のチャンス|緊急/i,
    de: /\b(beeil|letzte chance|nur heute|begrenzte zeit|läuft bald ab|warte nicht|dringend|umgehend|unverzüglich)/i,
    fr: /\b(dépêchez|dernière chance|seulement aujourd|durée limitée|expire bientôt|n’attendez|urgent|immédiatement)/i,
    es: /\b(date prisa|apresúrate|última oportunidad|solo hoy|tiempo limitado|no esperes|urgente|inmediatamente)/i,
    it: /\b(affrettati|sbrigati|ultima occasione|solo oggi|tempo limitato|scade presto|non aspettare|urgente|immediatamente)/i,
    nl: /\b(haast je|schiet op|laatste kans|alleen vandaag|beperkte tijd|wacht niet te lang|dringend|onmiddellijk)/i,
    da: /\b(skynd dig|sidste chance|kun i dag|begrænset tid|vent ikke|haster|omgående|øjeblikkelig)/i,
    sv: /(skynda|sista chansen|bara idag|begränsad tid|vänta inte|brådska|omedelbart)/i,
    nb: /(skynd deg|siste sjanse|kun i dag|begrenset tid|ikke vent|haster|umiddelbart)/i,
  },
  "offers something to stay": {
    en: /\b(discount|% off|coupon|special offer|free month|upgrade|pause instead|stay with|before you go|call us|book a call|chat with)/i,
    "zh-CN": /折扣|优惠|特惠|免费送|升级|留下来|致电|预约通话/,
    "zh-TW": /折扣|優惠|特惠|免費送|升級|留下來|致電|預約通話/i,
    ja: /割引|クーポン|特典|無料プレゼント|アップグレード|継続して|お電話/i,
    de: /\b(rabatt|nachlass|gutschein|sonderangebot|gratismonat|upgrade|stattdessen pausieren|bleib bei|ruf uns an)/i,
    fr: /\b(remise\b|réduction|bon d’achat|offre spéciale|mois gratuit|mise à niveau|restez|appelez-nous)/i,
    es: /\b(con descuento|descuento (del|especial)|cupón|oferta especial|mes gratis|mejora tu plan|quédate|llámanos)/i,
    it: /\b(sconto|coupon|offerta speciale|mese gratis|passa a un piano|resta con|chiamaci)/i,
    nl: /\b(korting|kortingscode|speciale aanbieding|gratis maand|upgrade|blijf bij|bel ons)/i,
    da: /\b(rabat|kupon|særtilbud|gratis måned|opgrader|bliv hos|ring til os)/i,
    sv: /(rabatt|kupong|specialerbjudande|gratis månad|uppgradera|stanna hos|ring oss)/i,
    nb: /(rabatt|kupong|spesialtilbud|gratis måned|oppgrader|bli hos|ring oss)/i,
  },
  "points at what others do": {
    en: /\b(other merchants|most (merchants|people|stores)|merchants (stayed|love|choose)|people like you|\d+ merchants|rated|stars)/i,
    "zh-CN": /其他商家|大多数商家|商家都|好评|星级/,
    "zh-TW": /其他商家|大多數商家|商家都|好評|星級/i,
    ja: /他のストアも|多くのストア|ほとんどのマーチャント|高評価|つ星/i,
    de: /\b(andere händler|die meisten (händler|shops)|händler (lieben|wählen)|bewertet mit|sterne)/i,
    fr: /\b(d’autres marchands|la plupart des (marchands|boutiques)|bien noté|étoiles)/i,
    es: /\b(otros comerciantes|la mayoría de (los comerciantes|las tiendas)|mejor valorad|estrellas)/i,
    it: /\b(altri commercianti|la maggior parte dei (commercianti|negozi)|recensit|stelle)/i,
    nl: /\b(andere (verkopers|winkeliers)|de meeste (verkopers|winkels)|beoordeeld met|sterren)/i,
    da: /\b(andre (sælgere|butikker) (vælger|bliver)|de fleste (sælgere|butikker)|bedømt|stjerner)/i,
    sv: /(andra handlare|de flesta (handlare|butiker)|betyg|stjärnor)/i,
    nb: /(andre (selgere|butikker) (velger|blir)|de fleste (selgere|butikker)|vurdert til|stjerner)/i,
  },
  "turns a sentence twice": {
    en: /\b(do(n.t| not) (un|dis)\w+|not (un|in)(likely|able|common|necessary)\b|unless you (do not|don.t)|never not|opt out of not)/i,
    "zh-CN": /不(要|会)不|并非不|无不|不得不/,
    "zh-TW": /不(要|會)不|並非不|無不|不得不/i,
    ja: /ないわけではない|なくはない|ないことはない|ないとは限ら/i,
    de: /\b(nicht un(möglich|wahrscheinlich|üblich|wichtig)|nicht keine?\b|kein(e|en)? nicht)/i,
    fr: /\b(pas (impossible|improbable|inhabituel|inutile)|ne pas ne pas|non sans)/i,
    es: /\b(no (es )?(imposible|improbable|inusual|innecesari)|no sin\b)/i,
    it: /\b(non (è )?(impossibile|improbabile|insolito)|non senza\b)/i,
    nl: /\b(niet on(mogelijk|waarschijnlijk|gebruikelijk|belangrijk)|niet zonder\b)/i,
    da: /\b(ikke u(muligt|sandsynligt|almindeligt|væsentligt)|ikke uden\b)/i,
    sv: /(inte o(möjligt|sannolikt|vanligt|viktigt)|inte utan )/i,
    nb: /(ikke u(mulig|sannsynlig|vanlig|viktig)|ikke uten )/i,
  },
  "asks a second time": {
    en: /\bare you sure\b|really want/i,
    "zh-CN": /确定要|您确定|真的要/,
    "zh-TW": /確定要|您確定|真的要/i,
    ja: /よろしいですか|本当に|確かですか/i,
    de: /\bbist du sicher|wirklich/i,
    fr: /êtes-vous sûr|voulez-vous vraiment/i,
    es: /¿estás segur|seguro que|realmente quieres/i,
    it: /sei sicur|vuoi davvero/i,
    nl: /weet je (het )?zeker|echt wilt/i,
    da: /er du sikker|virkelig vil/i,
    sv: /är du säker|verkligen vill/i,
    nb: /er du sikker|virkelig vil/i,
  },
  "promises what only impact.com can": {
    en: /\b(guarantee\w*|we (will )?(close|refund)(d| you| your)|will certainly)/i,
    "zh-CN": /保证|一定会退|我们将(关闭|退款)/,
    "zh-TW": /保證|一定會退|我們將(關閉|退款)/i,
    ja: /保証|必ず返金|(閉鎖|返金)いたします/i,
    de: /\b(garantier|garantie|wir (schließen dein|erstatten|werden .{0,20}(schließen|erstatten)))/i,
    fr: /\b(garanti|nous (fermons votre|fermerons|remboursons|rembourserons))/i,
    es: /\b(garantiz|garantía|(cerraremos|reembolsaremos))/i,
    it: /\b(garanti|(chiuderemo|rimborseremo))/i,
    nl: /\b(garand|garantie|wij (sluiten|betalen .{0,20}terug))/i,
    da: /\b(garanter|garanti|vi (lukker din|refunderer))/i,
    sv: /(garanter|garanti|vi (stänger ditt|återbetalar))/i,
    nb: /(garanter|garanti|vi (lukker kontoen din|refunderer))/i,
  },
};

describe.each(LOCALES)("no text in %s", (locale) => {
  it.each(Object.keys(NEVER))("%s", (pattern) => {
    const words = NEVER[pattern]?.[locale] ?? /(?:)/;
    const found = Object.entries(catalogueOf(locale)).filter(([, text]) => words.test(text));
    expect(found).toEqual([]);
  });
});
