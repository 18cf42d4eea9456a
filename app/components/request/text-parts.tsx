import type { TextPart } from "#app/services/drafts/ticket-parts.ts";

/** A text in several languages, each stretch in its own. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, lang }) => (
    <span key={text} lang={lang ?? undefined}>
      {text}
    </span>
  ));
}
