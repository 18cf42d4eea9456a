import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { listen } from "#sandbox/listen.ts";

const PIECE = Buffer.alloc(256 * 1024, " ");

/**
 * Answers every call with JSON that never ends and names no length. `letGo` comes to the bytes that were taken of the
 * first answer, once its line is closed.
 */
export async function anEndlessAnswer(): Promise<{ url: string; letGo: Promise<number> }> {
  let close: (taken: number) => void = () => undefined;
  const letGo = new Promise<number>((resolve) => {
    close = resolve;
  });
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    let taken = 0;
    const more = () => {
      do taken += PIECE.length;
      while (response.write(PIECE));
    };
    response.on("drain", more);
    response.once("close", () => close(taken));
    response.write("[");
    more();
  });
  const port = await listen(server, 0, "none");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, letGo };
}
