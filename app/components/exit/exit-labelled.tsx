import type { ReactNode } from "react";

export type FieldTexts = {
  name: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
};

/** What ties a field to its help and to what is wrong with it. */
export const describedBy = ({ name, help, error }: FieldTexts) => ({
  id: name,
  name,
  "aria-describedby":
    [...(help ? [`${name}-help`] : []), ...(error ? [`${name}-error`] : [])].join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

/** A field between its label with help above and what is wrong with it below. */
export function ExitLabelled({ name, label, help, error, children }: FieldTexts & { children: ReactNode }) {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      {help ? (
        <span className="help" id={`${name}-help`}>
          {help}
        </span>
      ) : null}
      {children}
      {error ? (
        <strong className="wrong" id={`${name}-error`}>
          {error}
        </strong>
      ) : null}
    </>
  );
}
