import type { DeliveryFailure } from "#app/domain/index.ts";

/**
 * One thing a report says. `addresses`: the spellings under which it names the one it is about; none when it names none
 * that can be used, and only the Message-ID tells whose it is.
 */
export type ReportedEvent = { addresses: string[] } & (
  | { type: "bounce"; failure: DeliveryFailure }
  | { type: "complaint" }
  | { type: "delivery" }
);

/** What a message about one of our mails says of it: a delivery status (RFC 3464) or a complaint (RFC 5965). */
export type MailReport = {
  events: ReportedEvent[];
  /** Message-IDs of the mails it is about, with their angle brackets, as far as it brings them along. */
  about: string[];
};

/** Reads a raw message; no events when it is no report. */
export type ReadMailReport = (raw: Uint8Array) => Promise<MailReport>;
