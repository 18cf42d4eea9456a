import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail server that takes everything; `text` of each mail is decoded. */
export function startMailbox(): Promise<{
  url: string;
  mailsTo(address: string): Email[];
  stop(): Promise<void>;
}> {
  const mails: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        mails.push(await PostalMime.parse(Buffer.concat(chunks)));
        done();
      });
    },
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      const port = address && typeof address === "object" ? address.port : 0;
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        mailsTo: (to) => mails.filter((mail) => mail.to?.some((each) => each.address === to)),
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      });
    });
  });
}
