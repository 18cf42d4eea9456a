import type { MailBlock } from "#app/ports/index.ts";
import { unlinked } from "./unlinked.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** Colours come from the reader's scheme, so that the mail is legible in dark mode; no image, no remote resource. */
const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; padding: 24px 16px; background: #ffffff; color: #1a1a1a;
         font: 16px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans SC", "PingFang SC", sans-serif; }
  main { max-width: 560px; margin: 0 auto; }
  a { color: #0b57d0; }
  .action { display: inline-block; padding: 10px 18px; border-radius: 8px; background: #1a1a1a; color: #ffffff;
            text-decoration: none; font-weight: 600; }
  .code { font-size: 28px; font-weight: 600; letter-spacing: .2em; }
  blockquote { margin: 16px 0; padding: 4px 0 4px 12px; border-left: 4px solid #767676; white-space: pre-line;
               overflow-wrap: anywhere; }
  .small { font-size: 13px; color: #595959; white-space: pre-line; }
  @media (prefers-color-scheme: dark) {
    body { background: #121212; color: #f0f0f0; } a { color: #a8c7fa; }
    .action { background: #f0f0f0; color: #121212; } .small { color: #bdbdbd; } }
`;

/** The HTML part: the blocks of the plain-text part in the same order and words. */
export function renderHtml(blocks: MailBlock[], locale: string, title: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>
${blocks.map(blockHtml).join("\n")}
</main></body></html>
`;
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "strong":
      return `<p><strong>${escapeHtml(block.text)}</strong></p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
    case "action":
      return `<p><a class="action" href="${escapeHtml(block.href)}">${escapeHtml(block.text)}</a></p>`;
    case "code":
      return `<p class="code">${escapeHtml(block.text)}</p>`;
    case "quote": {
      const lang = block.lang ? ` lang="${escapeHtml(block.lang)}"` : "";
      return `<blockquote${lang}>${escapeHtml(block.text)}</blockquote>`;
    }
    case "foreign":
      return `<blockquote>${escapeHtml(unlinked(block.text))}</blockquote>`;
    case "small":
      return `<p class="small">${escapeHtml(block.text)}</p>`;
    case "small-link":
      return `<p class="small"><a href="${escapeHtml(block.href)}">${escapeHtml(block.text)}</a></p>`;
  }
}
