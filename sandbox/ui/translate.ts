import { createIntl, createIntlCache } from "@formatjs/intl";
import type { Lang } from "#sandbox/ui/lang.ts";
import en from "#sandbox/ui/messages/en.json" with { type: "json" };
import zhCn from "#sandbox/ui/messages/zh-CN.json" with { type: "json" };

export type MessageId = keyof typeof en;
export type Translate = (id: MessageId, values?: Record<string, string | number>) => string;

const CATALOGUES: Readonly<Record<Lang, Record<MessageId, string>>> = { en, "zh-CN": zhCn };
const cache = createIntlCache();
const known = new Map<Lang, Translate>();

/** The ICU messages of one language. */
export function translator(lang: Lang): Translate {
  const made = known.get(lang);
  if (made) return made;
  const intl = createIntl({ locale: lang, messages: CATALOGUES[lang] }, cache);
  const translate: Translate = (id, values) => intl.formatMessage({ id }, values);
  known.set(lang, translate);
  return translate;
}
