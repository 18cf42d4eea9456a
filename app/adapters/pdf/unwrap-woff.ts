import { inflateSync } from "node:zlib";

const WOFF = 0x77_4f_46_46;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
const aligned = (bytes: number) => (bytes + 3) & ~3;

/**
 * A WOFF 1.0 file as the plain font it wraps (W3C WOFF File Format 1.0, sections 3 to 5). The PDF library would
 * inflate a whole table again for each letter it looks up, which takes seconds for a Chinese font.
 * Throws for anything but WOFF 1.0.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.length < WOFF_HEADER || woff.readUInt32BE(0) !== WOFF)
    throw new Error("This is no WOFF 1.0 font.");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = WOFF_HEADER + index * WOFF_ENTRY;
    const [offset, stored, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field));
    const data = woff.subarray(offset, (offset ?? 0) + (stored ?? 0));
    return {
      tag: woff.readUInt32BE(entry),
      checksum: woff.readUInt32BE(entry + 16),
      data: stored === length ? data : inflateSync(data),
    };
  });
  const start = SFNT_HEADER + count * SFNT_ENTRY;
  const font = Buffer.alloc(tables.reduce((end, { data }) => end + aligned(data.length), start));
  const power = Math.floor(Math.log2(count));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(2 ** power * SFNT_ENTRY, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE((count - 2 ** power) * SFNT_ENTRY, 10);
  let at = start;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    for (const [field, value] of [tag, checksum, at, data.length].entries())
      font.writeUInt32BE(value, entry + field * 4);
    data.copy(font, at);
    at += aligned(data.length);
  }
  return font;
}
