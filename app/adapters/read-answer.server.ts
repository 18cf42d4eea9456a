/**
 * The body of somebody else's answer, or null as soon as it is larger than `limit` bytes: what comes then is not read,
 * and the line is let go. Counted while it is read; what a header says of the length is not asked.
 */
export async function readAnswer(limit: number, { body }: Pick<Response, "body">): Promise<Buffer | null> {
  if (!body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(next.value);
  }
  return Buffer.concat(parts);
}

/** The same as text. */
export async function readAnswerText(limit: number, answer: Pick<Response, "body">): Promise<string | null> {
  const bytes = await readAnswer(limit, answer);
  return bytes && textOf(bytes);
}

/** As `Response.text()` decodes: a byte order mark is no part of the text. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
