import type { Locale } from "#app/messages/locales.ts";
import type { MailBlock } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import type { WarningFacts } from "../uninstall/warning-facts.ts";
import { warningText } from "./warning-text.ts";

/** The warning as it would read if the app were removed now, without its links: for showing it on a page. */
export function previewWarning(
  { warning, locale }: { warning: WarningFacts; locale: Locale },
  { settings }: Pick<Deps, "settings">,
): { from: string; subject: string; lines: string[] } {
  const { subject, blocks } = warningText(warning, locale, { finish: "#", stop: "#" }, settings);
  return { from: settings.operator.mailFrom, subject, lines: blockTexts(blocks) };
}

/** What a mail says, one entry a paragraph. */
const blockTexts = (blocks: MailBlock[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === "list") return block.items;
    if (block.kind === "rows") return block.rows.map(({ line }) => line);
    return [block.text];
  });
