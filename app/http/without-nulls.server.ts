import { Transform } from "node:stream";

/**
 * Takes the zero bytes out of a page. React 18 sends its buffer whole when the next character does not fit into it any
 * more, with zeros at its end; in text of more than one byte a character that happens all the time, and inside a script
 * a browser reads each zero as a broken character. HTML itself never holds one.
 */
export function withoutNulls(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
