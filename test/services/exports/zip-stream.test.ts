import { randomBytes } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type ZipPiece, zipStream } from "#app/services/exports/zip-stream.ts";

async function collected(pieces: Iterable<ZipPiece> | AsyncIterable<ZipPiece>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of zipStream(pieces)) all.push(chunk);
  return Buffer.concat(all);
}
const bytes = (text: string) => Buffer.from(text);

describe("a zip made while it is read", () => {
  it("joins pieces of one name, keeps the others apart, and knows Chinese names", async () => {
    const zip = await collected([
      { name: "a.csv", bytes: bytes("1,") },
      { name: "a.csv", bytes: bytes("2") },
      { name: "发票.pdf", bytes: bytes("%PDF-"), stored: true },
      { name: "empty.txt", bytes: bytes("") },
    ]);
    const files = Object.entries(unzipSync(zip)).map(([name, content]) => [name, strFromU8(content)]);
    expect(files).toEqual([
      ["a.csv", "1,2"],
      ["发票.pdf", "%PDF-"],
      ["empty.txt", ""],
    ]);
  });

  it("is a zip also with nothing in it", async () => {
    expect(unzipSync(await collected([]))).toEqual({});
  });

  it("asks for a piece only when the ones before have left, so that memory holds few of them", async () => {
    let asked = 0;
    function* pieces(): Generator<ZipPiece> {
      for (; asked < 16; asked += 1) yield { name: "large.bin", bytes: randomBytes(64 * 1024) };
    }
    let left = 0;
    for await (const chunk of zipStream(pieces())) {
      left += chunk.length;
      // What does not compress leaves as it came, but for the compressor's own window.
      expect((asked + 1) * 64 * 1024 - left).toBeLessThan(512 * 1024);
    }
    expect(left).toBeGreaterThan(16 * 64 * 1024);
  });
});
