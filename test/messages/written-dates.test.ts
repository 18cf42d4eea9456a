import { expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
import { messagesOf } from "#app/messages/messages.server.ts";

/** A date as computers write it. */
const RAW_DATE = /\d{4}-\d{2}-\d{2}/;

it.each(LOCALES)("no text in %s asks for or shows a date as computers write it (fault 18)", (locale) => {
  const raw = Object.entries(messagesOf(locale)).filter(([, text]) => RAW_DATE.test(text));
  expect(raw).toEqual([]);
});
