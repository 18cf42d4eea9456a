import { createCipheriv, randomBytes } from "node:crypto";

/**
 * A value as Settled sealed it until November 2026: envelope AES-256-GCM with the shop as the only associated data,
 * `s1.<key id>.<wrapped data key>.<sealed secret>`. Written out here because the app no longer makes such values.
 */
export function sealedBefore(
  id: string,
  key: Buffer,
  { shop, secret }: { shop: string; secret: string },
): string {
  const encrypt = (by: Buffer, plain: Buffer) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", by, iv);
    cipher.setAAD(Buffer.from(shop, "utf8"));
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const dataKey = randomBytes(32);
  const [wrapped, sealed] = [encrypt(key, dataKey), encrypt(dataKey, Buffer.from(secret, "utf8"))];
  return ["s1", id, wrapped.toString("base64url"), sealed.toString("base64url")].join(".");
}
