import PostalMime from "postal-mime";
import { cleanText } from "#app/domain/index.ts";
import type { MailReport, ReadMailReport } from "#app/ports/index.ts";

/**
 * Failures for good that say nothing of the mailbox (RFC 3463): it is full (2.2) or the message too large for it (2.3),
 * the receiving system has a problem (3), the content could not be taken (6) or a policy refused the sender (7).
 */
const NOT_THE_MAILBOX = /^5\.(2\.[23]|3|6|7)(\.|$)/;
const ORIGINAL = ["message/rfc822", "message/rfc822-headers", "text/rfc822-headers", "message/global"];

/** Delivery status notifications and feedback reports, by their machine-readable part; the prose is never guessed at. */
export const readMailReport: ReadMailReport = async (raw) => {
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: "utf8" });
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
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    const key = name?.toLowerCase();
    if (key && value !== undefined && !fields.has(key)) fields.set(key, value.trim());
  }
  return fields;
}

/** `rfc822; owner@acme.example` or `<owner@acme.example>`. */
const addressIn = (text: string | undefined): string | null =>
  /([^\s;<>@]+@[^\s;<>@]+)>?$/.exec(text ?? "")?.[1] ?? null;
