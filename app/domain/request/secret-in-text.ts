/**
 * Marks nobody sees, such as a zero-width space, and those that sit on a character. They go before the text is normalised,
 * which puts thousands of them in a row in order one by one.
 */
const MARKS = /[\p{Cf}\p{M}]+/gu;
/** Hyphens, dashes of every length, the minus sign. */
const DASH = /[\p{Pd}\u2212]/gu;
const GAP = /[\s-]+/g;

/** As a reader sees it: no unseen marks, one kind of each digit, letter and dash. */
const plain = (text: string): string => text.replace(MARKS, "").normalize("NFKC").replace(DASH, "-");

/**
 * The text with one blank for whatever stands between two groups of digits: several blanks, a dash of any kind, a line
 * break. An empty line still parts what stands on both sides of it. Linear in the text.
 */
export const joinedGroups = (text: string): string =>
  plain(text).replace(GAP, (gap) => (gap.split("\n").length > 2 ? "\n\n" : " "));

/** What a secret is called, in the languages that merchants read Settled in. */
const NAMES = [
  String.raw`\b(?:auth[ _-]?token|token|password|api[ _-]?key|authorization)`,
  String.raw`\b(?:passwort|kennwort|mot de passe|contrase[nñ]a|wachtwoord|l[oö]senord|adgangskode|passord)`,
  "密码|密碼|令牌|權杖|密钥|金鑰|パスワード|トークン",
].join("|");
/** Words that announce a secret, and what passes between them and it. */
const ANNOUNCED = new RegExp(String.raw`(?:${NAMES}) ?[:=] ?(?:(?:basic|bearer) )?\S{8}`, "iu");
/** After a dash a plain word may follow as well: only what has a digit counts. */
const AFTER_DASH = new RegExp(String.raw`(?:${NAMES}) ?- ?(?=\S{0,64}\d)\S{12}`, "iu");
const BEARER = /\bbearer (?=\S{0,64}\d)\S{16}/iu;

/** Whether the text shows a secret that its own words announce. No part of a pattern is without an end: linear. */
export function announcesSecret(text: string): boolean {
  const line = plain(text).replace(/\s+/g, " ");
  return ANNOUNCED.test(line) || AFTER_DASH.test(line) || BEARER.test(line);
}

const squeezed = (text: string): string => plain(text).replace(GAP, "");
/** Shorter ones would be found by chance. */
const MIN_SECRET = 8;

/** Whether one of these very secrets stands in the text, however it was broken up. */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  const all = secrets.map(squeezed).filter(({ length }) => length >= MIN_SECRET);
  if (all.length === 0) return false;
  const whole = squeezed(text);
  return all.some((secret) => whole.includes(secret));
}
