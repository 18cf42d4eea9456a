type Body = Uint8Array | AsyncIterable<Uint8Array>;

/** A file to save, never to show inside the page; an iterable is sent as it comes, so that memory holds one piece. */
export function fileAnswer(
  body: Body,
  { name, type }: { name: string; type: string },
  headers: Record<string, string> = {},
): Response {
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : streamOf(body), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}

/** Pulls the next piece only when the receiver has room for it. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
