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
const POUND = 7;

/** What a message must be given: its argument names, and of a `select` the choices, which are data. Throws on a fault. */
export function argumentsOf(message: string, locale: Locale): string[] {
  const intl = createIntl({ locale, messages: {} });
  const ast = z.array(part).parse(intl.formatters.getMessageFormat(message, locale).getAst());
  return [...new Set(namesIn(ast))].sort();
}

/** The text a person may read, one for each choice of a `select` or `plural`, with one word for each value. */
export function textsOf(message: string, locale: Locale): string[] {
  const intl = createIntl({ locale, messages: {} });
  return variants(z.array(part).parse(intl.formatters.getMessageFormat(message, locale).getAst()));
}

function variants(parts: Part[]): string[] {
  return parts.reduce<string[]>(
    (before, { type, value = "", options }) => {
      const own = options
        ? Object.values(options).flatMap((option) => variants(option.value))
        : [type === LITERAL ? value : "1"];
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
