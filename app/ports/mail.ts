/** One part of a mail. The adapter renders the same blocks as text and as HTML, so that both say the same. */
export type MailBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "strong"; text: string }
  /** What the mail is about, in a few words. */
  | { kind: "heading"; text: string }
  /** Figures, one a row, with what is to be known of each; `line` says all of it in one line. */
  | { kind: "rows"; rows: { label: string; value: string; note: string | null; line: string }[] }
  | { kind: "list"; items: string[] }
  | { kind: "action"; text: string; href: string }
  /** To be typed in elsewhere. */
  | { kind: "code"; text: string }
  /** What somebody else wrote, word for word: quoted, and no address in it can be pressed. */
  | { kind: "foreign"; text: string; lang?: string }
  /** Our own words, to be copied. `lang` of both: where they are in another language than the mail. */
  | { kind: "quote"; text: string; lang?: string }
  | { kind: "small"; text: string }
  | { kind: "small-link"; text: string; href: string };

/** `blocks` for mails to merchants; `text` for a ticket, which support systems want as plain text. */
export type Mail = {
  messageId: string;
  /** One mailbox. */
  to: string;
  replyTo: string | null;
  locale: string;
  subject: string;
  body: { kind: "blocks"; blocks: MailBlock[] } | { kind: "text"; text: string };
  headers: Record<string, string>;
  attachments?: MailAttachment[];
};

export type MailAttachment = { fileName: string; contentType: string; bytes: Uint8Array };

/** Where a conversation with a mail server (RFC 5321) ended: `content` is DATA and everything after it. */
export const SMTP_STEPS = ["connect", "greeting", "sign-in", "sender", "recipient", "content"] as const;
export type SmtpStep = (typeof SMTP_STEPS)[number];

export type SendOutcome =
  /** `headers`: the header lines as they left, long ones folded, before any signature is put on. */
  | { outcome: "sent"; headers: string }
  /** Certainly not taken. `code`: the server's reply at that step; null when none came, or nobody was asked. */
  | { outcome: "not-sent"; step: SmtpStep; code: number | null; reason: string }
  /** The answer got lost: it may have been taken. */
  | { outcome: "unknown"; reason: string };

/** Hands a mail to the provider. Nothing here throws for what a server may answer. */
export interface Mailer {
  send(mail: Mail): Promise<SendOutcome>;
}
