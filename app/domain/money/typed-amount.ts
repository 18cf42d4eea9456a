/** An amount as somebody typed it, in the form the app keeps; or why it is none. */
export type TypedAmount =
  | { outcome: "read"; amount: string }
  | { outcome: "refused"; reason: "not-an-amount" | "negative" | "decimals" };

/** Blanks of any kind and the apostrophe of Switzerland stand between thousands. */
const BETWEEN = /[\s'’]/gu;
const MINUS = /^[-\u2212]|^\(.*\)$/;
const MOST_DIGITS = 12;
/** Longer is no amount, and is not looked at: to normalise thousands of accents on one letter takes seconds. */
const LONGEST_TYPED = 60;

/**
 * Reads an amount the way people write it: 1,234.50 · 1.234,50 · 12,50 · 1 234.5. Of two different marks the last parts
 * the decimals; one mark alone does so unless three digits follow it, for no currency here has three decimals.
 */
export function readTypedAmount(text: string, decimals: number): TypedAmount {
  if (text.length > LONGEST_TYPED) return { outcome: "refused", reason: "not-an-amount" };
  const plain = text.normalize("NFKC").trim();
  if (MINUS.test(plain)) return { outcome: "refused", reason: "negative" };
  const packed = plain.replace(BETWEEN, "");
  if (!/^\d[\d.,]*$/.test(packed)) return { outcome: "refused", reason: "not-an-amount" };
  const last = Math.max(packed.lastIndexOf("."), packed.lastIndexOf(","));
  const hasBoth = packed.includes(".") && packed.includes(",");
  const parts = last >= 0 && (hasBoth || packed.length - last !== 4);
  const [head, fraction] = parts ? [packed.slice(0, last), packed.slice(last + 1)] : [packed, ""];
  const groups = head.split(/[.,]/);
  const isGrouped = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  const whole = groups.join("");
  /** What parts the decimals parts nothing before them. */
  const isRepeated = parts && head.includes(packed.charAt(last));
  if ((groups.length > 1 && (!isGrouped || isRepeated)) || whole.length > MOST_DIGITS)
    return { outcome: "refused", reason: "not-an-amount" };
  if (fraction.length > decimals || (parts && fraction === "")) {
    // Only a currency without decimals refuses one or two of them.
    const reason = fraction.length > 0 && fraction.length <= 2 ? "decimals" : "not-an-amount";
    return { outcome: "refused", reason };
  }
  return { outcome: "read", amount: fraction === "" ? whole : `${whole}.${fraction}` };
}
