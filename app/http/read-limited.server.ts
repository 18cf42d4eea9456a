/**
 * The body's bytes, or null as soon as there are more than `limit`; a lying Content-Length gains nothing. The rest of a
 * larger body is left unread, not cancelled: cancelling would cut the line before the answer is sent.
 */
export async function readLimitedBytes(request: Request, limit: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) return null;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
