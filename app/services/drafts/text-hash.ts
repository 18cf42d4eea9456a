import { createHash } from "node:crypto";

/** Goes with a text that Settled wrote into a form, so that one that comes back unchanged is known for Settled's own. */
export const textHash = (text: string): string =>
  createHash("sha256").update(text.replace(/\r\n/g, "\n").trim()).digest("base64url");
