import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export type LinkPurpose = "finish" | "stop-mail";

/** 160 random bits: more than the 128 that make guessing hopeless. */
const ID_BYTES = 20;

export const hashLinkId = (id: string): string => createHash("sha256").update(id).digest("hex");

const mac = (id: string, purpose: LinkPurpose, secret: string): string =>
  createHmac("sha256", secret).update(`${purpose}.${id}`).digest("base64url");

/** A fresh `id.mac` for one purpose. The id says nothing about anybody; only its hash is stored. */
export function createLinkToken(purpose: LinkPurpose, secret: string): { token: string; idHash: string } {
  const id = randomBytes(ID_BYTES).toString("base64url");
  return { token: `${id}.${mac(id, purpose, secret)}`, idHash: hashLinkId(id) };
}

/**
 * The stored hash of a token whose MAC one of the keys made for this purpose; null for anything else. Constant-time in
 * the MAC.
 */
export function readLinkToken(token: string, purpose: LinkPurpose, keys: readonly string[]): string | null {
  const [id, given, ...more] = token.split(".");
  if (!id || !given || more.length > 0) return null;
  const actual = Buffer.from(given);
  const isGenuine = keys.some((key) => {
    const expected = Buffer.from(mac(id, purpose, key));
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  });
  return isGenuine ? hashLinkId(id) : null;
}
