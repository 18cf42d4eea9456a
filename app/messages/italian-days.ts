/**
 * Italian has an article before a day, which is another before eight and eleven, and none before a weekday: "dal 3 ago",
 * "dall’8 ago", "da sab 1 ago". Messages write the first, because only the day that comes in tells which it is.
 */
const BEFORE_A_VOWEL: Record<string, string> = { il: "l’", al: "all’", dal: "dall’", del: "dell’" };
const BEFORE_A_WEEKDAY: Record<string, string> = { il: "", al: "a ", dal: "da ", del: "di " };

const VOWEL = /\b(il|al|dal|del) (?=(?:8|11) (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)\b)/giu;
const WEEKDAY = /\b(il|al|dal|del) (?=(?:lun|mar|mer|gio|ven|sab|dom) \d)/giu;

export const articledDays = (text: string): string =>
  text
    .replace(VOWEL, (_, article: string) => likeIt(article, BEFORE_A_VOWEL))
    .replace(WEEKDAY, (_, article: string) => likeIt(article, BEFORE_A_WEEKDAY));

/** What stands at the beginning of a sentence stays large. */
function likeIt(article: string, instead: Record<string, string>): string {
  const word = instead[article.toLowerCase()] ?? "";
  return article[0] === article[0]?.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
