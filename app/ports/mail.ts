/** A rendered e-mail. `text` and `html` say the same. */
export type Mail = {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
};

/** Hands a mail to the provider. Resolves when the provider accepted it; throws when it did not or is unknown. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
