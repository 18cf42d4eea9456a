import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";

/** The files of a pack by the names its manifest gives them. */
export type PackFiles = Map<string, Uint8Array>;

/** What operating systems and zip programs lay beside files; it is no part of a pack. */
const ADDED_BY_SYSTEMS = /(^|\/)(__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** A pack of 200,000 actions unpacks to a tenth of it; more is a small file made to fill the memory. */
const MAX_BYTES = 1024 ** 3;

/** A pack as it came, packed again by any program, or unpacked to a folder. Null for what is none of these. */
export async function readPack(place: string, maxBytes = MAX_BYTES): Promise<PackFiles | null> {
  try {
    const isFolder = (await stat(place)).isDirectory();
    return unwrapped(isFolder ? await filesIn(place) : unzipped(await readFile(place), maxBytes));
  } catch {
    return null;
  }
}

/** No entry is unpacked beyond the size it says it has. */
function unzipped(zip: Uint8Array, maxBytes: number): [string, Uint8Array][] {
  let bytes = 0;
  const names = new Set<string>();
  const isWithin = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    bytes += originalSize;
    if (bytes > maxBytes) throw new Error("larger than a pack may be");
    // Zip programs do not agree on which of two files of one name they show.
    if (names.has(name)) throw new Error("twice in it");
    names.add(name);
    return true;
  };
  return Object.entries(unzipSync(zip, { filter: isWithin }));
}

async function filesIn(folder: string): Promise<[string, Uint8Array][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(
      async (file): Promise<[string, Uint8Array]> => [
        path.relative(folder, file).split(path.sep).join("/"),
        await readFile(file),
      ],
    ),
  );
}

/** Programs write folders as entries, put everything into one folder, or part names by the other slash. */
function unwrapped(entries: readonly [string, Uint8Array][]): PackFiles {
  const files = entries
    .map(([name, bytes]): [string, Uint8Array] => [name.replaceAll("\\", "/").replace(/^\.\//, ""), bytes])
    .filter(([name]) => !name.endsWith("/") && !ADDED_BY_SYSTEMS.test(name));
  const first = files[0]?.[0] ?? "";
  const folder = first.slice(0, first.indexOf("/") + 1);
  const isWrapped =
    folder !== "" &&
    !files.some(([name]) => name === "manifest.json") &&
    files.every(([name]) => name.startsWith(folder));
  return new Map(isWrapped ? files.map(([name, bytes]) => [name.slice(folder.length), bytes]) : files);
}
