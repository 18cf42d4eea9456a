/** A letter that a percent sign hides, however often the sign itself is hidden: `%41`, `%2541`. */
const HIDDEN_LETTER = /%(?:25)*([0-9a-f]{2})/gi;
const NEEDS_NO_SIGN = /[\w.~/-]/;
/** What follows the addresses of our links, in any case. */
const LINK_ADDRESS = /\/(l|stop)\/[^\s"\\?#&]+/gi;
/** `id.mac`, wherever it stands, and a session token of Shopify's: long words with a dot between. Begins only where a word does, so that it is linear. */
const TOKEN = /(?<![\w-])[\w-]{20,}(?:\.[\w-]{20,})+/g;

/**
 * A log line without the token of any link, whatever part of it repeats the address: a path, a query, the message of a
 * fault or its `data`. The line stays the JSON it was, because no letter that is put in or out has a meaning there.
 */
export const cutTokens = (line: string): string =>
  line
    .replace(HIDDEN_LETTER, (hidden, code: string) => {
      const letter = String.fromCharCode(Number.parseInt(code, 16));
      return NEEDS_NO_SIGN.test(letter) ? letter : hidden;
    })
    .replace(LINK_ADDRESS, "/$1/…")
    .replace(TOKEN, "[token]");
