import type { MailBlock } from "#app/ports/index.ts";
import { unlinked } from "./unlinked.ts";

/** The plain-text part: one paragraph a block, links written out. */
export function renderText(blocks: MailBlock[]): string {
  return `${blocks.map(blockText).join("\n\n")}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case "rows":
      return block.rows.map(({ line }) => line).join("\n");
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "foreign":
      return unlinked(block.text)
        .split(/\r?\n/)
        .map((line) => `> ${line}`.trimEnd())
        .join("\n");
    case "action":
    case "small-link":
      return `${block.text}\n${block.href}`;
    default:
      return block.text;
  }
}
