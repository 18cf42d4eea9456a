import type { MailBlock } from "#app/ports/index.ts";

/** What a mail says, one entry a paragraph, without its links: for showing it on a page. */
export const blockTexts = (blocks: MailBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === "list" ? block.items : [block.text]));
