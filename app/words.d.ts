/** Where the words of each language lie that the pages in the admin load (vite.words.ts). */
declare module "virtual:words" {
  const addresses: Readonly<
    Record<import("./messages/locales.ts").Locale, import("./messages/words-at.ts").WordsFiles>
  >;
  export default addresses;
}
