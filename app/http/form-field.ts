import type { MessageId } from "#app/messages/catalogue.ts";
import type { Translator } from "#app/messages/translator.ts";

export type FieldOption = { value: string; label: string; help?: string };

/**
 * One field of a form, for all who deal with it: the reader takes its name, the page in the admin and the plain page
 * outside it take its label, help and options.
 */
export type FormField<Name extends string = string> = {
  name: Name;
  label: MessageId;
  help?: MessageId;
  /** Where a page without a script must say more. */
  plainHelp?: MessageId;
  /** Stands beside the field before it, where there is room. */
  beside?: true;
} & (
  | { kind: "date" | "amount" }
  /** Few answers are all to be seen; of many one is picked from a list. `entered` may be none of them. */
  | { kind: "choice" | "select"; options: (t: Translator["t"], entered: string) => FieldOption[] }
);
