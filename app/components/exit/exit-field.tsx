import type { InputHTMLAttributes } from "react";

type Props = {
  name: string;
  label: string;
  help?: string | undefined;
  value: string;
  /** More than one line of text. */
  long?: boolean;
  type?: "text" | "date";
  error?: string | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
};

/** One text field with its help and what is wrong with it, as plain HTML. */
export function ExitField({ name, label, help, value, long, type = "text", error, inputMode }: Props) {
  const described = [...(help ? [`${name}-help`] : []), ...(error ? [`${name}-error`] : [])].join(" ");
  const shared = {
    id: name,
    name,
    defaultValue: value,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    autoComplete: "off",
    spellCheck: false,
  };
  return (
    <>
      <label htmlFor={name}>{label}</label>
      {help ? (
        <span className="help" id={`${name}-help`}>
          {help}
        </span>
      ) : null}
      {long ? (
        <textarea {...shared} className="short" />
      ) : (
        <input {...shared} type={type} inputMode={inputMode} />
      )}
      {error ? (
        <strong className="wrong" id={`${name}-error`}>
          {error}
        </strong>
      ) : null}
    </>
  );
}
