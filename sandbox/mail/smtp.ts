import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { listen } from "#sandbox/listen.ts";
import type { Faults } from "./faults.ts";
import type { Envelope } from "./store.ts";

export interface SmtpServer {
  readonly port: number;
  stop(): Promise<void>;
}

class Refusal extends Error {
  /** Read by smtp-server as the reply code. */
  responseCode: number;
  constructor(message: string, code: number) {
    super(message);
    this.responseCode = code;
  }
}

/**
 * A mail server that accepts everything from everyone. It answers 250 only after `receive` has resolved, so an
 * accepted mail is a stored mail.
 */
export async function startSmtp(
  port: number,
  faults: Faults,
  receive: (raw: Buffer, envelope: Envelope) => Promise<void>,
): Promise<SmtpServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    size: 20 * 1024 * 1024,
    onMailFrom(_address, _session, callback) {
      if (faults.mode === "reject") callback(new Refusal("4.3.2 The mail server takes no mail now", 451));
      // Mode "timeout" never answers: the sender has to give up by itself.
      else if (faults.mode === "no-sender") callback(new Refusal("5.7.1 This sender may not send here", 550));
      else if (faults.mode !== "timeout") callback();
    },
    onRcptTo({ address }, _session, callback) {
      if (faults.mode === "no-mailbox") callback(new Refusal(`5.1.1 <${address}>: User unknown`, 550));
      else if (faults.mode === "mailbox-full") callback(new Refusal(`5.2.2 <${address}>: mailbox full`, 552));
      else callback();
    },
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      if (faults.mode === "no-content") {
        stream.resume().on("end", () => callback(new Refusal("5.7.1 Message content refused", 554)));
        return;
      }
      const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((r) => r.address) };
      buffer(stream)
        .then((raw) => receive(raw, envelope))
        .then(
          () => callback(null, "2.0.0 Stored"),
          (cause: unknown) => callback(new Refusal(`4.3.0 Not stored: ${String(cause)}`, 451)),
        );
    },
  });
  const bound = await listen(server, port, "SANDBOX_SMTP_PORT");
  return { port: bound, stop: () => new Promise((done) => server.close(done)) };
}
