/** A page's text as it is seen: a blank that keeps a date on one line looks like any other. */
export const seen = (text: string): string => text.replaceAll("\u00a0", " ");

/** A text as a page writes it, with such blanks or plain ones. */
export const written = (text: string, { whole = false } = {}): RegExp => {
  const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s");
  return new RegExp(whole ? `^${pattern}$` : pattern);
};
