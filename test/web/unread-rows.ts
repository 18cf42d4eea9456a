import type { Locale } from "#app/messages/locales.ts";

/** What a page says of rows that could not be read: that there are some, and how many of the contracts. */
export const UNREAD_ROWS: Record<Locale, RegExp[]> = {
  en: [/Some rows could not be read/, /Contracts: \d of \d rows? could not be read/],
  "zh-CN": [/部分行无法读取/, /合同（Contracts）：共 \d 行，其中 \d 行无法读取/],
  "zh-TW": [/部分資料列無法讀取/, /合約（Contracts）：共 \d 列，其中 \d 列無法讀取/],
  ja: [/読み取れなかった行があります/, /契約 \(Contracts\): \d行のうち\d行を読み取れませんでした/],
  de: [
    /Einige Zeilen konnten nicht gelesen werden/,
    /Contracts \(Verträge\): \d von \d Zeilen? konnten? nicht/,
  ],
  fr: [
    /Certaines lignes n’ont pas pu être lues/,
    /Contracts\s: (lignes illisibles\s: \d sur \d|\d ligne sur)/,
  ],
  es: [/Algunas filas no se pudieron leer/, /Contratos \(Contracts\): no se (pudieron|pudo) leer \d de \d/],
  it: [/Non è stato possibile leggere alcune righe/, /Contracts: \d su \d righe non lette/],
  nl: [/Sommige rijen konden niet worden gelezen/, /Contracts: \d van \d rij(en)? kon(den)? niet/],
  da: [/Nogle rækker kunne ikke læses/, /Kontrakter \(Contracts\): \d af \d række(r)? kunne ikke læses/],
  sv: [/Några rader kunde inte läsas/, /Contracts \(avtal\): \d av \d rad(er)? kunde inte läsas/],
  nb: [/Noen rader kunne ikke leses/, /Contracts \(kontrakter\): \d av \d rad(er)? kunne ikke leses/],
};
