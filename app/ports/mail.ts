/** One part of a mail. The adapter renders the same blocks as text and as HTML, so that both say the same. */
export type MailBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "strong"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "action"; text: string; href: string }
  /** To be typed in elsewhere. */
  | { kind: "code"; text: string }
  /** What somebody else wrote, word for word: quoted, and no address in it can be pressed. */
  | { kind: "foreign"; text: string }
  /** Our own words, to be copied; `lang` where they are in another language than the mail. */
  | { kind: "quote"; text: string; lang?: string }
  | { kind: "small"; text: string }
  | { kind: "small-link"; text: string; href: string };

/** `blocks` for mails to merchants; `text` for a ticket, which support systems want as plain text. */
export type Mail = {
  messageId: string;
  to: string;
  replyTo: string | null;
  locale: string;
  subject: string;
  body: { kind: "blocks"; blocks: MailBlock[] } | { kind: "text"; text: string };
  headers: Record<string, string>;
  attachments?: MailAttachment[];
};

export type MailAttachment = { fileName: string; contentType: string; bytes: Uint8Array };

/** `headers`: the header lines as they left, long ones folded, before any signature is put on. */
export type SentMail = { headers: string };

/** Hands a mail to the provider. Resolves when the provider accepted it; throws when it did not or is unknown. */
export interface Mailer {
  send(mail: Mail): Promise<SentMail>;
}
