import { createServer } from "node:http";
import { SMTPServer } from "smtp-server";

/** A Shopify that has let go of every token: 401 to a call, invalid_grant to a refresh. */
export function startGoneShopify(): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    const isToken = request.url?.endsWith("/oauth/access_token");
    response.writeHead(isToken ? 400 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(isToken ? { error: "invalid_grant" } : { errors: "[API] Invalid API key" }));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = address && typeof address === "object" ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

/** `replyTo` is what a ticket says of its store; a warning has none. */
export type TakenMail = { to: string; replyTo: string; messageId: string };

/** A mail provider that takes everything and remembers to whom and under which Message-ID. */
export function startProvider(): Promise<{ url: string; taken: TakenMail[]; stop(): Promise<void> }> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? "";
        const replyTo = /^Reply-To:.*?([^\s<>]+@[^\s<>]+)/im.exec(text)?.[1] ?? "";
        for (const { address } of session.envelope.rcptTo) taken.push({ to: address, replyTo, messageId });
        done();
      });
    },
  });
  // A sender that was killed hangs up in the middle; that is what this is for.
  server.on("error", () => undefined);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      const port = address && typeof address === "object" ? address.port : 0;
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        taken,
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      });
    });
  });
}
