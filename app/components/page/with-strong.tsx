/** Stands for the part while the sentence around it is cut; no language writes it. */
const PLACE = "\u2063";

type Props = { part: string; sentence: (part: string) => string };

/** A sentence with one part of it in bold, wherever the language puts it. */
export function WithStrong({ part, sentence }: Props) {
  const [before = "", after = ""] = sentence(PLACE).split(PLACE);
  return (
    <>
      {before}
      <strong className="money-when">{part}</strong>
      {after}
    </>
  );
}
