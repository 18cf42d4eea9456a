import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Rewrapper, Seal, SealedValue } from "#app/ports/seal.ts";

/** `s1` was bound to its shop only: it still opens, and is sealed anew by the next rotation of the keys. */
const VERSIONS = ["s2", "s1"] as const;
type Version = (typeof VERSIONS)[number];
const [CURRENT] = VERSIONS;
const IV_BYTES = 12;
const TAG_BYTES = 16;

type Place = SealedValue["place"];
type Bound = { place: Place; shop: string };

/**
 * Envelope sealing with AES-256-GCM: a fresh data key seals the secret, a master key wraps the data key; place and shop
 * are associated data of both, so that a value opens in no other shop's row and as no other kind of secret. `keys` are
 * `id:base64`; the first seals, all of them open, so a key can be rotated.
 * Format: `s2.<key id>.<wrapped data key>.<sealed secret>`, base64url.
 */
export function createSeal(keys: string[], place: Place): Seal {
  const ring = readKeys(keys);
  return {
    seal: (shop, secret) => sealWith(ring, { place, shop }, Buffer.from(secret, "utf8")),
    open: (shop, text) => openWith(ring, { place, shop }, text).toString("utf8"),
  };
}

/** Seals a value anew with the current key, bound as values are now. */
export function createRewrapper(keys: string[]): Rewrapper {
  const ring = readKeys(keys);
  return {
    currentPrefix: `${CURRENT}.${ring.currentId}.`,
    // Opened to prove that it can be: a broken value must not look rotated.
    rewrap: ({ place, shop, sealed }) =>
      sealWith(ring, { place, shop }, openWith(ring, { place, shop }, sealed)),
  };
}

type Ring = { currentId: string; currentKey: Buffer; keyOf: ReadonlyMap<string, Buffer> };

function readKeys(keys: string[]): Ring {
  const parsed = keys.map(parseKey);
  const [current] = parsed;
  if (!current) throw new Error("A seal needs at least one key.");
  return { currentId: current[0], currentKey: current[1], keyOf: new Map(parsed) };
}

function parseKey(entry: string): [string, Buffer] {
  const [id = "", material = ""] = entry.split(/:(.*)/s);
  return [id, Buffer.from(material, "base64")];
}

function sealWith({ currentId, currentKey }: Ring, bound: Bound, secret: Buffer): string {
  const dataKey = randomBytes(32);
  const associated = associatedData(CURRENT, bound);
  const blobs = [encrypt(currentKey, dataKey, associated), encrypt(dataKey, secret, associated)];
  return [CURRENT, currentId, ...blobs.map((blob) => blob.toString("base64url"))].join(".");
}

function openWith({ keyOf }: Ring, bound: Bound, text: string): Buffer {
  const [name, id, wrapped, sealed] = text.split(".");
  const version = VERSIONS.find((each) => each === name);
  const key = id === undefined ? undefined : keyOf.get(id);
  if (!version || !key || !wrapped || !sealed)
    throw new Error("This sealed value cannot be opened: unknown format or key.");
  const associated = associatedData(version, bound);
  const dataKey = decrypt(key, Buffer.from(wrapped, "base64url"), associated);
  return decrypt(dataKey, Buffer.from(sealed, "base64url"), associated);
}

/** No place has a colon in it, so that no two pairs read the same. */
const associatedData = (version: Version, { place, shop }: Bound): Buffer =>
  Buffer.from(version === "s1" ? shop : `${place}:${shop}`, "utf8");

function encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(associated);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, blob: Buffer, associated: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, IV_BYTES));
  decipher.setAAD(associated);
  decipher.setAuthTag(blob.subarray(blob.length - TAG_BYTES));
  return Buffer.concat([decipher.update(blob.subarray(IV_BYTES, blob.length - TAG_BYTES)), decipher.final()]);
}
