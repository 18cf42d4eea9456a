import type { InputHTMLAttributes } from "react";
import { describedBy, ExitLabelled, type FieldTexts } from "./exit-labelled.tsx";

type Props = FieldTexts & {
  value: string;
  /** More than one line of text. */
  long?: boolean;
  type?: "text" | "date";
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
};

/** One text field with its help and what is wrong with it, as plain HTML. */
export function ExitField({ value, long, type = "text", inputMode, ...texts }: Props) {
  const shared = { ...describedBy(texts), defaultValue: value, autoComplete: "off", spellCheck: false };
  return (
    <ExitLabelled {...texts}>
      {long ? (
        <textarea {...shared} className="short" />
      ) : (
        <input {...shared} type={type} inputMode={inputMode} />
      )}
    </ExitLabelled>
  );
}
