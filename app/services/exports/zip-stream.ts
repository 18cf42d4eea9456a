import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** Zip files know no time before 1980 and no zone; one fixed time keeps equal zips equal byte for byte. */
const ZIP_TIME = "1980-01-01T12:00:00";

/** `stored` for what is compressed already, such as a PDF. */
export type ZipPiece = { name: string; bytes: Uint8Array; stored?: boolean };

/** Pieces of one name in a row become one file. Memory holds a piece at a time, whatever the zip's size. */
export async function* zipStream(
  pieces: AsyncIterable<ZipPiece> | Iterable<ZipPiece>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const take = (): Uint8Array[] => {
    const taken = ready.filter(({ length }) => length > 0);
    ready = [];
    return taken;
  };
  const none = new Uint8Array();
  let name: string | null = null;
  let file: ZipDeflate | ZipPassThrough | null = null;
  for await (const piece of pieces) {
    if (file === null || name !== piece.name) {
      file?.push(none, true);
      name = piece.name;
      file = piece.stored ? new ZipPassThrough(name) : new ZipDeflate(name);
      file.mtime = ZIP_TIME;
      zip.add(file);
    }
    file.push(piece.bytes, false);
    yield* take();
  }
  file?.push(none, true);
  zip.end();
  yield* take();
}
