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

/**
 * Mail programs read no sheet of their own for the layout: sizes stand in the tags. The sheet only answers to the reader's
 * dark scheme and to a phone. No image, no remote resource.
 */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  blockquote { margin: 16px 0; padding: 4px 0 4px 12px; border-left: 4px solid #767676; white-space: pre-line;
               overflow-wrap: anywhere; }
  :root:lang(ja) { word-break: auto-phrase; } :root:lang(ja), :root:lang(zh) { line-break: strict; }
  @media (prefers-color-scheme: dark) {
    .bg { background: #161616 !important; } .card { background: #222222 !important; border-color: #3a3a3a !important; }
    .ink, .ink a { color: #f2f2f2 !important; } .soft, .soft a { color: #bdbdbd !important; }
    .rule { border-color: #3d3d3d !important; } .link { color: #a8c7fa !important; }
    .ink a.action { background: #f2f2f2 !important; color: #161616 !important; } }
  @media (max-width: 480px) {
    .pad { padding: 16px 20px !important; } .outer { padding: 12px 0 !important; }
    .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; } }
`;
/** One character has other shapes in Taiwan and in Japan. */
const HAN: Record<string, string> = {
  "zh-TW": "'PingFang TC','Microsoft JhengHei','Noto Sans TC'",
  ja: "'Hiragino Sans','Yu Gothic UI','Noto Sans JP'",
};
/** No line begins with a mark or a small kana. */
const LINES: Record<string, string> = {
  "zh-CN": "line-break:strict;",
  "zh-TW": "line-break:strict;",
  ja: "line-break:strict;word-break:auto-phrase;",
};
const typeOf = (locale: string): string =>
  `font-family:-apple-system,'Segoe UI',Roboto,${HAN[locale] ?? "'PingFang SC','Noto Sans SC'"},sans-serif;${LINES[locale] ?? ""}`;
const TEXT = "margin:0 0 12px;font-size:16px;line-height:24px;";
const SMALL = "margin:0 0 8px;font-size:13px;line-height:19px;color:#595959;white-space:pre-line;";

/** The HTML part: the blocks of the plain-text part in the same order and words. */
export function renderHtml(blocks: MailBlock[], locale: string, title: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body class="bg" style="margin:0;padding:0;background:#f3f3f3">
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f3f3"><tr><td class="outer" align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;background:#ffffff;border:1px solid #dedede;border-radius:12px;text-align:left"><tr><td class="pad ink" style="padding:24px 32px;color:#1a1a1a;${typeOf(locale)}">
<main>
${blocks.map(blockHtml).join("\n")}
</main>
</td></tr></table></td></tr></table></body></html>
`;
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case "heading":
      return `<h1 class="ink" style="margin:0 0 10px;font-size:24px;line-height:30px;color:#1a1a1a">${escapeHtml(block.text)}</h1>`;
    case "paragraph":
      return `<p class="ink" style="${TEXT}">${escapeHtml(block.text)}</p>`;
    case "strong":
      return `<p class="ink" style="${TEXT}"><strong>${escapeHtml(block.text)}</strong></p>`;
    case "rows":
      return rowsHtml(block.rows);
    case "list":
      return `<ul class="ink" style="${TEXT}">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
    case "action":
      return `<p style="margin:20px 0 16px"><a class="action" href="${escapeHtml(block.href)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#1a1a1a;color:#ffffff;font-size:16px;line-height:20px;font-weight:700;text-decoration:none">${escapeHtml(block.text)}</a></p>`;
    case "code":
      return `<p class="ink" style="margin:0 0 12px;font-size:28px;font-weight:600;letter-spacing:.2em">${escapeHtml(block.text)}</p>`;
    case "quote":
      return quoteHtml(block.text, block.lang);
    case "foreign":
      return quoteHtml(unlinked(block.text), block.lang);
    case "small":
      return `<p class="soft" style="${SMALL}">${escapeHtml(block.text)}</p>`;
    case "small-link":
      return `<p class="soft" style="${SMALL}"><a class="link" style="color:#0b57d0" href="${escapeHtml(block.href)}">${escapeHtml(block.text)}</a></p>`;
  }
}

const quoteHtml = (text: string, lang: string | undefined): string =>
  `<blockquote class="ink"${lang ? ` lang="${escapeHtml(lang)}"` : ""}>${escapeHtml(text)}</blockquote>`;

/**
 * A table, because mail programs lay nothing else out; the first figure is the largest. On a phone a value
 * breaks between its words ("at least", the amount), never within a figure or a day.
 */
function rowsHtml(rows: Extract<MailBlock, { kind: "rows" }>["rows"]): string {
  const cells = rows.map(({ label, value, note }, at) => {
    const rest =
      note === null
        ? ""
        : `<br><span class="soft" style="color:#595959;font-size:14px;line-height:20px">${escapeHtml(note)}</span>`;
    const rule = "border-top:1px solid #dedede;color:#1a1a1a;vertical-align:top";
    return `<tr><td class="ink rule" width="60%" style="padding:10px 12px 10px 0;font-size:16px;line-height:22px;${rule}">${escapeHtml(label)}${rest}</td><td class="ink rule" align="right" style="padding:10px 0;font-size:${at === 0 ? 20 : 16}px;line-height:24px;font-weight:700;word-break:keep-all;${rule}">${escapeHtml(value)}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0">${cells.join("")}</table>`;
}
