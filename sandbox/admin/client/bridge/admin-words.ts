/** The admin's own buttons, as Polaris words them in each language. */
const WORDS: Record<string, { save: string; discard: string; close: string }> = {
  en: { save: "Save", discard: "Discard", close: "Close" },
  "zh-CN": { save: "保存", discard: "放弃", close: "关闭" },
  "zh-TW": { save: "儲存", discard: "捨棄", close: "關閉" },
  ja: { save: "保存", discard: "破棄", close: "閉じる" },
  de: { save: "Speichern", discard: "Verwerfen", close: "Schließen" },
  fr: { save: "Enregistrer", discard: "Annuler", close: "Fermer" },
  es: { save: "Guardar", discard: "Descartar", close: "Cerrar" },
  it: { save: "Salva", discard: "Annulla", close: "Chiudi" },
  nl: { save: "Opslaan", discard: "Verwerpen", close: "Sluiten" },
  da: { save: "Gem", discard: "Kassér", close: "Luk" },
  sv: { save: "Spara", discard: "Ignorera", close: "Stäng" },
  nb: { save: "Lagre", discard: "Forkast", close: "Lukk" },
};

export const adminWord = (word: "save" | "discard" | "close"): string =>
  (WORDS[document.documentElement.lang] ?? WORDS.en)?.[word] ?? word;
