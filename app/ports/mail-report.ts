/** What a message about one of our mails says of it: a delivery status (RFC 3464) or a complaint (RFC 5965). */
export type MailReport = {
  events: { type: "bounce" | "complaint"; permanent: boolean; address: string }[];
  /** Message-IDs of the mails it is about, with their angle brackets, as far as it brings them along. */
  about: string[];
};

/** Reads a raw message; no events when it is no report. */
export type ReadMailReport = (raw: Uint8Array) => Promise<MailReport>;
