import { createHmac, timingSafeEqual } from "node:crypto";

/** Six digits, ten minutes, five tries (experience.md 2.9, L8; ASVS 6.5.5). */
export const CODE_DIGITS = 6;
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
/** How long a visit that entered its code may go on without another. */
export const PROVED_MINUTES = 60;

const hmac = (secret: string, text: string): Buffer => createHmac("sha256", secret).update(text).digest();

/**
 * The code that belongs to a random id. It is worked out again whenever its mail is, so that it is stored nowhere and a
 * mail that goes out twice says the same. 48 bits over a million codes leave no bias to speak of.
 */
export const codeFor = (codeId: string, secret: string): string =>
  String(hmac(secret, `exit-code.${codeId}`).readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, "0");

/** What is stored of a code: bound to its visit, and without the key no table of a million hashes opens it. */
export const macOfCode = (code: string, visit: string, secret: string): string =>
  hmac(secret, `exit-code-mac.${visit}.${code}`).toString("base64url");

/** Constant-time in the code. */
export function isCode(given: string, visit: string, codeMac: string, secret: string): boolean {
  const [actual, expected] = [Buffer.from(macOfCode(given, visit, secret)), Buffer.from(codeMac)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Six digits with blanks or dashes between them; what is longer is no code, and not looked at. */
const LONGEST_TYPED = 40;

/** Digits only, however it was typed or pasted: "482 913" and "４８２９１３" are the same code. Empty for what is too long. */
export const readCode = (typed: string): string =>
  typed.length > LONGEST_TYPED ? "" : typed.normalize("NFKC").replace(/[\s-]/g, "");
