import { describe, expect, it } from "vitest";
import { renderHtml } from "#app/adapters/mail/render-html.ts";
import { renderText } from "#app/adapters/mail/render-text.ts";
import type { MailBlock } from "#app/ports/index.ts";

const blocks: MailBlock[] = [
  { kind: "strong", text: "Still open" },
  { kind: "paragraph", text: "Next charge: $30.00." },
  { kind: "list", items: ["one", "two"] },
  { kind: "action", text: "Finish", href: "https://settled.example/l/a.b?x=1&y=2" },
  { kind: "code", text: "123456" },
  { kind: "quote", text: "Hello", lang: "en" },
  { kind: "small", text: "Why" },
  { kind: "small-link", text: "Stop", href: "https://settled.example/stop/a.b" },
];

/** The words and addresses of a page in reading order, without its tags. */
const wordsOf = (html: string) =>
  html
    .replace(/^[\s\S]*<main>|<\/main>[\s\S]*$/g, "")
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, "$2 $1")
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&")
    .split(/\s+/)
    .filter(Boolean);

describe("a mail to a merchant", () => {
  it("says the same in both parts, in the same order", () => {
    const text = renderText(blocks).replace(/^- /gm, "").split(/\s+/).filter(Boolean);
    expect(wordsOf(renderHtml(blocks, "en", "Subject"))).toEqual(text);
  });

  it("writes text as paragraphs with the addresses spelled out", () => {
    expect(renderText(blocks)).toBe(
      "Still open\n\nNext charge: $30.00.\n\n- one\n- two\n\nFinish\nhttps://settled.example/l/a.b?x=1&y=2\n\n" +
        "123456\n\nHello\n\nWhy\n\nStop\nhttps://settled.example/stop/a.b\n",
    );
  });

  it("quotes what somebody else wrote line by line, with nothing in it to press, and leaves numbers alone", () => {
    const text =
      "Sign in at https://evil.example/a?b=c\n\nwww.evil.example, you@evil.example, 12.50 at 10:30\n> Paid";
    const block: MailBlock[] = [{ kind: "foreign", text }];
    const plain = renderText(block);
    expect(
      plain
        .split("\n")
        .slice(0, 4)
        .every((line) => line.startsWith(">")),
    ).toBe(true);
    expect(plain).toContain("\n> > Paid\n");
    for (const rendered of [plain, renderHtml(block, "en", "Subject")]) {
      expect(rendered).not.toMatch(/https:\/\/evil|www\.evil|@evil|evil\.example|href="[^"]*evil/);
      expect(rendered.replaceAll("\u2060", "")).toContain("https://evil.example/a?b=c");
      expect(rendered).toContain("12.50 at 10:30");
    }
  });

  it("names the language of what is quoted in another one", () => {
    const html = renderHtml(
      [
        { kind: "foreign", text: "Please close it.", lang: "en" },
        { kind: "foreign", text: "請關閉。", lang: "zh-TW" },
        { kind: "quote", text: "Hello", lang: "en" },
      ],
      "ja",
      "Subject",
    );
    expect(
      [...html.matchAll(/<blockquote class="ink" lang="([^"]+)">([^<]+)/g)].map(([, ...each]) => each),
    ).toEqual([
      ["en", "Please close it."],
      ["zh-TW", "請關閉。"],
      ["en", "Hello"],
    ]);
  });

  it.each([
    ["ja", "'Hiragino Sans'", "line-break:strict;word-break:auto-phrase;"],
    ["zh-TW", "'PingFang TC'", "line-break:strict;"],
    ["zh-CN", "'PingFang SC'", "line-break:strict;"],
    ["de", "'PingFang SC'", ""],
  ])("is drawn in %s by fonts of there, and breaks lines as there", (locale, font, lines) => {
    const [, style = ""] = /style="[^"]*(font-family:[^"]*)"/.exec(renderHtml([], locale, "Subject")) ?? [];
    expect(style).toContain(font);
    expect(style.slice(style.indexOf("sans-serif;") + 11)).toBe(lines);
  });

  it("escapes whatever a name or an address contains (H1)", () => {
    const nasty = `<script>alert("1")</script>'&`;
    const html = renderHtml(
      [
        { kind: "paragraph", text: nasty },
        { kind: "strong", text: nasty },
        { kind: "list", items: [nasty] },
        { kind: "small", text: nasty },
        { kind: "code", text: nasty },
        { kind: "foreign", text: nasty },
        { kind: "quote", text: nasty, lang: `"onclick="x` },
        { kind: "action", text: nasty, href: `https://a.example/"onclick="x` },
        { kind: "small-link", text: nasty, href: `https://a.example/"onclick="x` },
      ],
      `en"><script>`,
      nasty,
    );
    expect(html).not.toContain("<script>");
    expect(html).not.toContain('"onclick');
  });

  it("names its language, fetches nothing and stays small", () => {
    const html = renderHtml(blocks, "zh-CN", "Subject");
    expect(html).toContain('<html lang="zh-CN" dir="ltr">');
    expect(html).not.toMatch(/<img|<link|<script|@import|url\(|src=/);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(Buffer.byteLength(html)).toBeLessThan(80_000);
  });

  it.each([
    ["ja", "'Hiragino Sans'"],
    ["zh-TW", "'PingFang TC'"],
    ["zh-CN", "'PingFang SC'"],
  ])("draws the characters of %s as its readers write them", (locale, font) => {
    expect(renderHtml(blocks, locale, "Subject").match(/font-family:[^;]+/)?.[0]).toContain(font);
  });
});
