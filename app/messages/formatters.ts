const kept = new Map<string, unknown>();

/** The same formatter for the same wishes: making one takes longer than a hundred uses of it. */
function once<Options, Formatter>(kind: string, make: (locale: string, options?: Options) => Formatter) {
  return (locales: string | string[] | undefined, options?: Options): Formatter => {
    const locale = String(locales);
    const key = `${kind} ${locale} ${JSON.stringify(options)}`;
    const known = kept.get(key) as Formatter | undefined;
    if (known) return known;
    const made = make(locale, options);
    kept.set(key, made);
    return made;
  };
}

/** The platform's own formatting of numbers, dates and plurals, shared by all messages and amounts. */
export const formatters = {
  getNumberFormat: once(
    "number",
    (locale, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  ),
  getDateTimeFormat: once(
    "date",
    (locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  ),
  getPluralRules: once(
    "plural",
    (locale, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
  ),
};
