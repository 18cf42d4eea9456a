import { type Translate, translator } from "#sandbox/admin/pages/i18n.ts";
import type { Lang } from "#sandbox/ui/lang.ts";
import en from "./locales/en.json" with { type: "json" };
import zhCN from "./locales/zh-CN.json" with { type: "json" };

export type MailText = Translate<keyof typeof en>;

/** The mailbox's words in a language. */
export const mailText: (lang: Lang) => MailText = translator<keyof typeof en>({ en, "zh-CN": zhCN });
