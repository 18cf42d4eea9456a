/** What a code or a label of another system's looks like. Anything else might be about somebody. */
const HARMLESS = /^[\w ()+:,;.&/-]{1,60}$/;
const NOT_REPEATED = "(not repeated)";

/** A value as it may stand in a mail to the operator. */
export const repeatable = (value: string): string => (HARMLESS.test(value) ? value : NOT_REPEATED);
