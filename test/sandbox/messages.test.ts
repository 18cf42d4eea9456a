import { readFileSync } from "node:fs";
import { createIntl } from "@formatjs/intl";
import { describe, expect, it } from "vitest";

const catalogue = (folder: string, lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../sandbox/${folder}/locales/${lang}.json`, import.meta.url), "utf8"));
/** Names of a message's values: what follows a brace and ends the placeholder or takes a comma. */
const placeholders = (message: string) => [...message.matchAll(/\{(\w+)(?=[,}])/g)].map((m) => m[1] ?? "");

describe.each(["admin", "mail", "helpdesk"])("words of sandbox/%s", (folder) => {
  const en = catalogue(folder, "en");
  const chinese = catalogue(folder, "zh-CN");

  it("exist in both languages", () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(en));
  });

  it("name the same values in both languages", () => {
    for (const [key, message] of Object.entries(en)) {
      expect(new Set(placeholders(chinese[key] ?? "")), key).toEqual(new Set(placeholders(message)));
    }
  });

  it.each(["en", "zh-CN"])("are well-formed in %s", (locale) => {
    const messages = catalogue(folder, locale);
    const failures: string[] = [];
    const intl = createIntl({ locale, messages, onError: (e) => failures.push(e.message) });
    for (const [id, message] of Object.entries(messages)) {
      intl.formatMessage({ id }, Object.fromEntries(placeholders(message).map((name) => [name, 1])));
    }
    expect(failures).toEqual([]);
  });
});
