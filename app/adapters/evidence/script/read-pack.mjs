import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { inflateRawSync } from "node:zlib";

/** What operating systems and zip programs lay beside files; it is no part of a pack. */
const ADDED_BY_SYSTEMS = /(^|\/)(__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** The files of a pack by name, out of a zip or the folder it was unpacked to. */
export function readPack(path) {
  const all = statSync(path).isDirectory() ? readFolder(path) : readZip(readFileSync(path));
  return withoutWrapping(all);
}

/** Zip programs write folders, put everything into one, or part names the other way. */
function withoutWrapping(all) {
  const files = new Map();
  for (const [name, bytes] of all) {
    const plain = name.replaceAll("\\", "/").replace(/^\.\//, "");
    if (plain.endsWith("/") || ADDED_BY_SYSTEMS.test(plain)) continue;
    // Zip programs do not agree on which of the two they show.
    if (files.has(plain)) throw new Error(`${plain} is in it twice.`);
    files.set(plain, bytes);
  }
  const [first = ""] = [...files.keys()];
  const folder = first.slice(0, first.indexOf("/") + 1);
  const isWrapped =
    !files.has("manifest.json") &&
    folder !== "" &&
    [...files.keys()].every((name) => name.startsWith(folder));
  return isWrapped ? new Map([...files].map(([name, bytes]) => [name.slice(folder.length), bytes])) : files;
}

function readFolder(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => [relative(path, file).split(sep).join("/"), readFileSync(file)]);
}

/** The central directory decides (APPNOTE 4.3.12); files are stored or deflated. */
function readZip(zip) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("This is no zip file.");
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50)
      throw new Error("This zip file cannot be read: unpack it, and name the folder.");
    const [method, packed, nameLength, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    if (method !== 0 && method !== 8)
      throw new Error(
        `${name} is packed in a way this script does not know: unpack the zip, and name the folder.`,
      );
    files.push([name, method === 8 ? inflateRawSync(data) : data]);
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
