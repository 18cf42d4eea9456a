import PostalMime, { type Email } from "postal-mime";
import { cleanText, reportAddresses } from "#app/domain/index.ts";
import type { MailReport, ReadMailReport, ReportedEvent } from "#app/ports/index.ts";
import { type Fields, fieldGroups, fieldsOf } from "./report-fields.ts";
import { failuresInProse, isFromMailSystem } from "./report-prose.ts";

/** The route takes no more; what reads a message refuses it by itself as well. */
const MAX_BYTES = 256 * 1024;
/**
 * A report says what it is about before it repeats the mail, whose headers come first. The library looks at each line
 * for some microseconds, and a message of line breaks alone would hold the process for seconds.
 */
const MAX_LINES = 2_000;
const MAX_HEAD = 128 * 1024;
const MAX_HEADERS = 32 * 1024;
const LINE_FEED = 10;

const STATUS = ["message/delivery-status", "message/global-delivery-status"];
const FEEDBACK = ["message/feedback-report"];
const ORIGINAL = [
  ...["message/rfc822", "message/rfc822-headers", "text/rfc822-headers"],
  ...["message/global", "message/global-headers"],
];
const MESSAGE_ID_FIELDS = ["message-id", "x-original-message-id", "original-message-id"];
const THREAD_HEADERS = ["in-reply-to", "references"];
const NOTHING: MailReport = { events: [], about: [] };

/**
 * Delivery status notifications and feedback reports, by their machine-readable part. Servers that write none (qmail's
 * format, and some that only repeat what the other side said) are read by the reply itself, and only when a mail
 * system sent the message.
 */
export const readMailReport: ReadMailReport = async (raw) => {
  if (raw.byteLength > MAX_BYTES) return NOTHING;
  const email = await parse(raw);
  if (!email) return NOTHING;
  const parts = (types: string[]) =>
    email.attachments
      .filter(({ mimeType }) => types.includes(mimeType))
      .map(({ content }) => asText(content));
  const groups = parts(STATUS).flatMap(fieldGroups);
  const complaints = parts(FEEDBACK).map(fieldsOf);
  const isReport = groups.length + complaints.length > 0;
  if (!isReport && !isFromMailSystem(email)) return NOTHING;
  const prose = isReport ? null : failuresInProse(email);
  const events = [
    ...groups.flatMap(deliveryIn),
    ...complaints.flatMap(complaintIn),
    ...(prose?.events ?? []),
  ];
  if (events.length === 0) return NOTHING;
  const copies = parts(ORIGINAL).map((text) => fieldsOf(headOf(text)));
  const about = [
    ...[...copies, ...groups, ...complaints].flatMap(messageIdsIn),
    ...email.headers.filter(({ key }) => THREAD_HEADERS.includes(key)).flatMap(({ value }) => idsIn(value)),
    ...(prose?.about ?? []),
  ];
  return { events, about: [...new Set(about)] };
};

/** What the library will not read (headers without end, parts nested without end) is no report. */
async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(headOfMessage(raw), {
      attachmentEncoding: "utf8",
      forceRfc822Attachments: true,
      maxHeadersSize: MAX_HEADERS,
      maxNestingDepth: 16,
    });
  } catch {
    return null;
  }
}

function headOfMessage(raw: Uint8Array): Uint8Array {
  let end = -1;
  for (let line = 0; line < MAX_LINES; line += 1) {
    const next = raw.indexOf(LINE_FEED, end + 1);
    if (next < 0) return raw.subarray(0, MAX_HEAD);
    end = next;
  }
  return raw.subarray(0, Math.min(end, MAX_HEAD));
}

/** The fields of one recipient; the group of the whole message names none and says nothing. */
function deliveryIn(fields: Fields): ReportedEvent[] {
  const action = fields.get("action")?.toLowerCase().trim();
  // The address we wrote to comes first; the final one may belong to somebody it was forwarded to.
  const named = [fields.get("original-recipient"), fields.get("final-recipient")];
  const addresses = named.flatMap((field) => (field ? reportAddresses(field) : []));
  if (action === "delivered") return [{ type: "delivery", addresses }];
  const status = fields.get("status")?.split(/[\s(]/, 1)[0] ?? null;
  const diagnostic = fields.get("diagnostic-code") ?? null;
  return action === "failed" ? [{ type: "bounce", addresses, failure: { status, diagnostic } }] : [];
}

function complaintIn(fields: Fields): ReportedEvent[] {
  const meant = ["abuse", "opt-out", "opt-out-list"].includes(
    fields.get("feedback-type")?.toLowerCase() ?? "",
  );
  const address = fields.get("original-rcpt-to");
  return meant ? [{ type: "complaint", addresses: address ? reportAddresses(address) : [] }] : [];
}

const messageIdsIn = (fields: Fields): string[] =>
  MESSAGE_ID_FIELDS.flatMap((name) => idsIn(fields.get(name) ?? ""));

/** `<id@domain>`, one or several. */
const idsIn = (text: string): string[] => text.slice(0, 2_000).match(/<[^<>\s]{3,300}>/g) ?? [];

/** The header lines of a copy. */
const headOf = (text: string): string => text.split(/\r?\n\r?\n/, 1)[0] ?? "";

const asText = (content: string | ArrayBuffer | Uint8Array): string =>
  cleanText(typeof content === "string" ? content : new TextDecoder().decode(content));
