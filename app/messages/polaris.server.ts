import type { Locale } from "./locales.ts";

/** Polaris' own texts follow the page's language. */
export async function polarisMessages(locale: Locale) {
  const files = {
    en: () => import("@shopify/polaris/locales/en.json", { with: { type: "json" } }),
    "zh-CN": () => import("@shopify/polaris/locales/zh-CN.json", { with: { type: "json" } }),
  } satisfies Record<Locale, unknown>;
  return (await files[locale]()).default;
}
