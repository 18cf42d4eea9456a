import { createIntl } from "@formatjs/intl";
import { type NoteWriter, renderNote } from "#app/domain/index.ts";
import messages from "../app/messages/en/core.json" with { type: "json" };

const intl = createIntl({ locale: "en", messages });

/** The command speaks English and keeps amounts and dates exactly as the JSON has them. */
const writer: NoteWriter = {
  message: (id, values) => String(intl.formatMessage({ id }, values)),
  money: (decimal, currency) => `${decimal} ${currency}`,
  date: (isoDate) => isoDate,
  month: (isoMonth) => isoMonth,
  percent: (value) => `${value}%`,
};

/** A report with every note in it replaced by its English sentence. */
export function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords);
  if (typeof value !== "object" || value === null) return value;
  if (isNote(value)) return renderNote(value, writer);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inWords(entry)]));
}

function isNote(value: object): value is { id: string; values?: Record<string, string | number> } {
  return "id" in value && typeof value.id === "string" && Object.hasOwn(messages, value.id);
}
