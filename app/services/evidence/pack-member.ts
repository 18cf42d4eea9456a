import { createHash } from "node:crypto";

/** One file of a pack. It is read twice, once for its hash and once into the zip, and never held whole. */
export type PackMember = {
  name: string;
  read: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Compressed already. */
  stored?: boolean;
};

export const textMember = (name: string, text: string): PackMember => ({ name, read: () => [bytesOf(text)] });
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");
export const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
export const hashOf = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

export async function digestOf({
  name,
  read,
}: PackMember): Promise<{ name: string; sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of read()) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { name, sha256: hash.digest("hex"), bytes };
}
