import PostalMime from "postal-mime";
import { cleanText } from "#app/domain/index.ts";
import type { MailReport, ReadMailReport } from "#app/ports/index.ts";

/**
 * Failures for good that say nothing of the mailbox (RFC 3463): it is full (2.2) or the message too large for it (2.3),
 * the receiving system has a problem (3), the content could not be taken (6) or a policy refused the sender (7).
 */
const NOT_THE_MAILBOX = /^5\.(2\.[23]|3|6|7)(\.|$)/;
/** A line of a message has 998 characters at most (RFC 5322, 2.1.1), an address 254. */
const LONGEST_FIELD = 1_000;
const ORIGINAL = ["message/rfc822", "message/rfc822-headers", "text/rfc822-headers", "message/global"];

/** What the library takes apart at most: long headers and deep nesting cost it more than their length. */
const LIMITS = { attachmentEncoding: "utf8", maxHeadersSize: 64 * 1024, maxNestingDepth: 16 } as const;

/** Delivery status notifications and feedback reports, by their machine-readable part; the prose is never guessed at. */
export const readMailReport: ReadMailReport = async (raw) => {
  const message = await PostalMime.parse(raw, LIMITS).catch(() => null);
  // Nobody's report is built like that.
  if (message === null) return { events: [], about: [] };
  const { attachments } = message;
  const parts = (...types: string[]) =>
    attachments
      .filter(({ mimeType }) => types.includes(mimeType))
      .map(({ content }) => (typeof content === "string" ? content : new TextDecoder().decode(content)))
      .map(cleanText);
  const events = [
    ...parts("message/delivery-status", "message/global-delivery-status").flatMap(bouncesIn),
    ...parts("message/feedback-report").flatMap(complaintsIn),
  ];
  const about = parts(...ORIGINAL).flatMap((text) => {
    const id = fieldsOf(text.split(/\r?\n\r?\n/, 1)[0] ?? "").get("message-id");
    return id ? [id] : [];
  });
  return { events, about };
};

/** One group of fields for the message, then one for each recipient. */
function bouncesIn(status: string): MailReport["events"] {
  return status
    .trim()
    .split(/\r?\n[ \t]*\r?\n/)
    .map(fieldsOf)
    .flatMap((fields) => {
      // The address we wrote to; the final one may belong to somebody it was forwarded to.
      const address = addressIn(fields.get("original-recipient") ?? fields.get("final-recipient"));
      if (address === null || fields.get("action")?.toLowerCase() !== "failed") return [];
      const code = fields.get("status")?.split(/[\s(]/, 1)[0] ?? "";
      return [{ type: "bounce", permanent: code.startsWith("5.") && !NOT_THE_MAILBOX.test(code), address }];
    });
}

function complaintsIn(report: string): MailReport["events"] {
  const fields = fieldsOf(report);
  const address = addressIn(fields.get("original-rcpt-to"));
  const meant = ["abuse", "opt-out"].includes(fields.get("feedback-type")?.toLowerCase() ?? "");
  return meant && address ? [{ type: "complaint", permanent: true, address }] : [];
}

/** Header fields by their lower-case name; folded lines are joined, the first of a name counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0));
    if (!/^[!-9;-~]+$/.test(name) || fields.has(name.toLowerCase())) continue;
    fields.set(name.toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; owner@acme.example` or `<owner@acme.example>`. */
function addressIn(text: string | undefined): string | null {
  if (text === undefined || text.length > LONGEST_FIELD) return null;
  const whole = text.endsWith(">") ? text.slice(0, -1) : text;
  const at = whole.lastIndexOf("@");
  const local = whole
    .slice(0, Math.max(at, 0))
    .split(/[\s;<>@]/)
    .at(-1);
  const domain = whole.slice(at + 1);
  return local && domain && !/[\s;<>]/.test(domain) ? `${local}@${domain}` : null;
}
