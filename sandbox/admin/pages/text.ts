import en from "../locales/en.json" with { type: "json" };
import zhCN from "../locales/zh-CN.json" with { type: "json" };
import { type Translate, translator } from "./i18n.ts";

type TextKey = keyof typeof en;
export type Text = Translate<TextKey>;

/** The store admin's words in a language. */
export const text: (locale: Text["locale"]) => Text = translator<TextKey>({ en, "zh-CN": zhCN });
