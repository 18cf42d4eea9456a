const REFERENCE = /(SET-[A-Z0-9-]*[A-Z0-9])/;

/** A text whose reference a line does not break: by style, so that whoever copies it gets nothing else with it. */
export function WholeReference({ text }: { text: string }) {
  const [before, reference, after] = text.split(REFERENCE);
  if (reference === undefined) return text;
  return (
    <>
      {before}
      <span className="one-line">{reference}</span>
      {after}
    </>
  );
}
