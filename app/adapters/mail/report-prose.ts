import type { Email } from "postal-mime";
import { cleanText, reportAddresses } from "#app/domain/index.ts";
import type { MailReport, ReportedEvent } from "#app/ports/index.ts";
import { fieldsOf } from "./report-fields.ts";

/** A server says what went wrong before it repeats the mail. */
const MAX_PROSE = 32 * 1024;
const MAX_LINE = 1_000;
const SYSTEMS = ["mailer-daemon", "postmaster", "mail-daemon", "maildaemon"];
/** Bernstein's qmail-send bounce message format: it begins so, and a paragraph that begins with a dash ends it. */
const QMAIL_BEGINS = "Hi. This is the";
/** `550 …` or `550-5.1.1 …`, not a number in a sentence. */
const REPLY = /(?:^|[\s>:;("])(5\d\d[ -][^\d\s].{0,600}|5\d\d[ -]5\.\d{1,3}\.\d.{0,600})/;

/** Whether a mail system wrote the message by itself: it has no return path, or bears such a system's name. */
export function isFromMailSystem(email: Email): boolean {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? "";
  const [name = ""] = (email.from?.address ?? "").toLowerCase().split("@", 1);
  return SYSTEMS.includes(name) && (header("return-path").trim() === "<>" || header("in-reply-to") === "");
}

/** The failures a mail system tells of in words, and the Message-ID in the copy below them. */
export function failuresInProse(email: Email): MailReport {
  const text = cleanText((email.text ?? withoutTags(email.html ?? "")).slice(0, MAX_PROSE));
  const { reported, copy } = splitAtCopy(text);
  const events = reported.startsWith(QMAIL_BEGINS) ? qmailFailures(reported) : replyIn(reported);
  const id = fieldsOf(copy).get("message-id") ?? lineField(copy, "message-id:");
  return { events, about: id ? [id] : [] };
}

function qmailFailures(reported: string): ReportedEvent[] {
  return reported
    .split(/\n\n/)
    .map((paragraph) => paragraph.trim().split("\n"))
    .flatMap(([first = "", ...rest]): ReportedEvent[] => {
      if (!first.startsWith("<") || !first.endsWith(">:")) return [];
      const failure = { status: null, diagnostic: rest.join(" ").slice(0, MAX_LINE) };
      return [{ type: "bounce", addresses: reportAddresses(first.slice(0, -1)), failure }];
    });
}

/** What the other side said, word for word: nothing else of a letter is believed. */
function replyIn(reported: string): ReportedEvent[] {
  for (const line of reported.split("\n")) {
    const reply = line.length > MAX_LINE ? null : REPLY.exec(line)?.[1];
    if (reply) return [{ type: "bounce", addresses: [], failure: { status: null, diagnostic: reply } }];
  }
  return [];
}

/** The copy of the mail begins below a line of dashes, or with its own header lines. */
function splitAtCopy(text: string): { reported: string; copy: string } {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  const at = lines.findIndex((line) => line.startsWith("---") || /^message-id:/i.test(line));
  if (at < 0) return { reported: lines.join("\n").trim(), copy: "" };
  const copy = lines.slice(lines[at]?.startsWith("---") ? at + 1 : at);
  return { reported: lines.slice(0, at).join("\n").trim(), copy: copy.join("\n") };
}

function lineField(text: string, name: string): string | undefined {
  const line = text.split("\n").find((each) => each.toLowerCase().startsWith(name));
  return line?.slice(name.length).trim();
}

/** Text of an HTML part, a tag standing for a line break. */
function withoutTags(html: string): string {
  let text = "";
  let at = 0;
  while (at < html.length && at < MAX_PROSE) {
    const open = html.indexOf("<", at);
    if (open < 0) return text + html.slice(at);
    const close = html.indexOf(">", open);
    text += `${html.slice(at, open)}\n`;
    if (close < 0) return text;
    at = close + 1;
  }
  return text;
}
