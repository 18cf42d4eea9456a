/** Where the words of each language lie that the pages in the admin load (vite.words.ts). */
declare module "virtual:words" {
  const addresses: Readonly<Record<import("./messages/locales.ts").Locale, string>>;
  export default addresses;
}
