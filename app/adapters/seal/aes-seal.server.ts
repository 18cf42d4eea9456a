import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Rewrapper, Seal } from "#app/ports/seal.ts";

const VERSION = "s1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Envelope sealing with AES-256-GCM: a fresh data key seals the secret, a master key wraps the data key, and the shop
 * is associated data of both. `keys` are `id:base64`; the first seals, all of them open, so a key can be rotated.
 * Format: `s1.<key id>.<wrapped data key>.<sealed secret>`, base64url.
 */
export function createSeal(keys: string[]): Seal {
  const ring = new Map(keys.map(parseKey));
  const current = keys[0] && parseKey(keys[0]);
  if (!current) throw new Error("A seal needs at least one key.");
  const [currentId, currentKey] = current;
  return {
    seal(shop, secret) {
      const dataKey = randomBytes(32);
      const wrapped = encrypt(currentKey, dataKey, shop);
      const sealed = encrypt(dataKey, Buffer.from(secret, "utf8"), shop);
      return [VERSION, currentId, wrapped.toString("base64url"), sealed.toString("base64url")].join(".");
    },
    open(shop, text) {
      const { dataKey, sealed } = unwrap(ring, shop, text);
      return decrypt(dataKey, Buffer.from(sealed, "base64url"), shop).toString("utf8");
    },
  };
}

/** Takes a value's data key out of its old wrapping and puts it into the current key's; the rest stays as it is. */
export function createRewrapper(keys: string[]): Rewrapper {
  const ring = new Map(keys.map(parseKey));
  const current = keys[0] && parseKey(keys[0]);
  if (!current) throw new Error("A seal needs at least one key.");
  const [currentId, currentKey] = current;
  const currentPrefix = `${VERSION}.${currentId}.`;
  return {
    currentPrefix,
    rewrap(shop, text) {
      const { dataKey, sealed } = unwrap(ring, shop, text);
      // Opened once to prove that it can be: a broken value must not look rotated.
      decrypt(dataKey, Buffer.from(sealed, "base64url"), shop);
      return `${currentPrefix}${encrypt(currentKey, dataKey, shop).toString("base64url")}.${sealed}`;
    },
  };
}

function unwrap(ring: Map<string, Buffer>, shop: string, text: string): { dataKey: Buffer; sealed: string } {
  const [version, id, wrapped, sealed] = text.split(".");
  const key = id === undefined ? undefined : ring.get(id);
  if (version !== VERSION || !key || !wrapped || !sealed)
    throw new Error("This sealed value cannot be opened: unknown format or key.");
  return { dataKey: decrypt(key, Buffer.from(wrapped, "base64url"), shop), sealed };
}

function parseKey(entry: string): [string, Buffer] {
  const [id = "", material = ""] = entry.split(/:(.*)/s);
  return [id, Buffer.from(material, "base64")];
}

function encrypt(key: Buffer, plain: Buffer, shop: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(shop, "utf8"));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, blob: Buffer, shop: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(shop, "utf8"));
  decipher.setAuthTag(blob.subarray(blob.length - TAG_BYTES));
  return Buffer.concat([decipher.update(blob.subarray(IV_BYTES, blob.length - TAG_BYTES)), decipher.final()]);
}
