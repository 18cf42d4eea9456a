import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, Zip, ZipPassThrough, zipSync } from "fflate";
import { expect, it, onTestFinished } from "vitest";
import { readPack } from "../../cli/read-pack.ts";

async function aFile(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "settled-pack-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, "pack.zip");
  await writeFile(file, bytes);
  return file;
}

/** Two entries of 600 bytes each, which shrink to a few. */
const aZip = () => aFile(zipSync({ "manifest.json": new Uint8Array(600), "a.txt": new Uint8Array(600) }));

it("a pack is unpacked up to the limit, and not at all beyond it", async () => {
  const file = await aZip();
  expect([...((await readPack(file, 1_200)) ?? [])].map(([name, bytes]) => [name, bytes.length])).toEqual([
    ["manifest.json", 600],
    ["a.txt", 600],
  ]);
  expect(await readPack(file, 1_199)).toBeNull();
});

it("a zip that holds a file twice is no pack: programs do not agree on which of them they show", async () => {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_error, part) => parts.push(part));
  for (const text of ["one", "other"]) {
    const entry = new ZipPassThrough("ticket.txt");
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  zip.end();
  const file = await aFile(Buffer.concat(parts));
  expect(await readPack(file)).toBeNull();
});
