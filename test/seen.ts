/** A page's text as it is seen: the signs that keep a date on one line cannot be. */
export const seen = (text: string): string => text.replaceAll("\u2060", "").replaceAll("\u00a0", " ");

/** A text as a page writes it, with those signs between any two of its own. */
export const written = (text: string, { whole = false } = {}): RegExp => {
  const signs = [...text].map((sign) => (sign === " " ? "\\s" : sign.replace(/[.*+?^${}()|[\]\\]/, "\\$&")));
  const pattern = signs.join("\\u2060?");
  return new RegExp(whole ? `^${pattern}$` : pattern);
};
