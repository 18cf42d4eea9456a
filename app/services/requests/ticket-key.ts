import { createHash } from "node:crypto";

/** The same request always gives the same key: 40 hex digits, for Message-ID, idempotency key and tag. */
export const ticketKey = (requestId: string): string =>
  createHash("sha256").update(`closing-ticket:${requestId}`).digest("hex").slice(0, 40);
