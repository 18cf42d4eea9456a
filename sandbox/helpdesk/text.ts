import { type Translate, translator } from "#sandbox/admin/pages/i18n.ts";
import type { Lang } from "#sandbox/ui/lang.ts";
import en from "./locales/en.json" with { type: "json" };
import zhCN from "./locales/zh-CN.json" with { type: "json" };

export type DeskText = Translate<keyof typeof en>;

/** The help desk's words in a language. */
export const deskText: (lang: Lang) => DeskText = translator<keyof typeof en>({ en, "zh-CN": zhCN });
