import type { Quote } from "#app/domain/index.ts";

/** impact.com's own words, each in its language. */
export function Originals({ originals }: { originals: readonly Quote[] }) {
  return originals.map(({ text, language }) => (
    <blockquote key={text} lang={language} className="why-original">
      {text}
    </blockquote>
  ));
}

/** Each thing said once, in the reader's language: impact.com's own words where it has them, else translated. */
export function shownQuotes(quotes: readonly Quote[], locale: string) {
  const ids = [...new Set(quotes.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const all = quotes.filter((each) => each.id === id);
    const quote = all.find(({ language }) => language === locale) ?? all[0];
    return quote ? [{ quote, originals: all.filter(({ language }) => language !== locale) }] : [];
  });
}
