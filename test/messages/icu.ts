import { createIntl } from "@formatjs/intl";
import { z } from "zod";
import type { Locale } from "#app/messages/locales.ts";

/** The parts of a parsed ICU message that matter here; `options` belong to `select` and `plural`. */
type Part = {
  type: number;
  value?: string | undefined;
  options?: Record<string, { value: Part[] }> | undefined;
};
const part: z.ZodType<Part> = z.lazy(() =>
  z.looseObject({
    type: z.number(),
    value: z.string().optional(),
    options: z.record(z.string(), z.looseObject({ value: z.array(part) })).optional(),
  }),
);
const LITERAL = 0;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;

/** What a message must be given: its argument names, and of a `select` the choices, which are data. Throws on a fault. */
export const argumentsOf = (message: string, locale: string): string[] =>
  [...new Set(namesIn(partsOf(message, locale)))].sort();

/** The plural forms that a message lacks in its language, as `{name} form`; `many` (millions) may be left out. */
export function pluralsLacking(message: string, locale: string): string[] {
  const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const lacking = (parts: Part[]): string[] =>
    parts.flatMap(({ type, value, options = {} }) => [
      ...(type === PLURAL
        ? wanted.filter((form) => form !== "many" && !(form in options)).map((form) => `{${value}} ${form}`)
        : []),
      ...Object.values(options).flatMap((option) => lacking(option.value)),
    ]);
  return lacking(partsOf(message, locale));
}

/** The text a person may read, one for each choice of a `select` or `plural`, with one word for each value. */
export function textsOf(
  message: string,
  locale: Locale,
  samples: Readonly<Record<string, string>> = {},
): string[] {
  return variants(partsOf(message, locale), samples);
}

/** Whether each choice of a message stands around whole sentences: at its start, at its end, or between two of them. */
export const hasWholeChoices = (message: string, locale: Locale): boolean =>
  isWhole(partsOf(message, locale));

function partsOf(message: string, locale: string): Part[] {
  const intl = createIntl({ locale, messages: {} });
  return z.array(part).parse(intl.formatters.getMessageFormat(message, locale).getAst());
}

function isWhole(parts: Part[]): boolean {
  return parts.every(({ options }, at) => {
    if (!options) return true;
    const before =
      /^\s*$/.test(parts[at - 1]?.value ?? "x") && parts[at - 2]?.options ? parts[at - 2] : parts[at - 1];
    const after = parts[at + 1];
    const bodies = Object.values(options).map((option) => option.value);
    const isAfterSentence = !before || before.options || /[.?!:。？！：\n]\s*$/.test(before.value ?? "");
    const isBeforeSentence = !after || after.options || bodies.every((body) => endsSentence(body));
    return Boolean(isAfterSentence && isBeforeSentence) && bodies.every(isWhole);
  });
}

function endsSentence(body: Part[]): boolean {
  const last = body.at(-1);
  if (last?.options) return Object.values(last.options).every((option) => endsSentence(option.value));
  return last?.type === LITERAL && /[.?!:。？！：\n]$/.test(last.value ?? "");
}

function variants(parts: Part[], samples: Readonly<Record<string, string>>): string[] {
  return parts.reduce<string[]>(
    (before, { type, value = "", options }) => {
      const own = options
        ? Object.values(options).flatMap((option) => variants(option.value, samples))
        : [type === LITERAL ? value : (samples[value] ?? "1")];
      return before.flatMap((text) => own.map((next) => text + next));
    },
    [""],
  );
}

function namesIn(parts: Part[]): string[] {
  return parts.flatMap(({ type, value = "", options = {} }) => {
    if (type === LITERAL || type === POUND) return [];
    const own = type === SELECT ? [`${value}: ${Object.keys(options).sort().join("|")}`] : [value];
    return [...own, ...Object.values(options).flatMap((option) => namesIn(option.value))];
  });
}
