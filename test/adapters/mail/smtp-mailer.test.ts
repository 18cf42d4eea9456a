import { type AddressInfo, createServer } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSmtpMailer } from "#app/adapters/mail/smtp-mailer.server.ts";
import type { Mail } from "#app/ports/index.ts";

const mail: Mail = {
  messageId: "<fixed@settled.example>",
  to: "owner@acme-outdoor.example",
  replyTo: null,
  locale: "en",
  subject: "Your account is still open 账户",
  body: { kind: "blocks", blocks: [{ kind: "paragraph", text: "Still open." }] },
  headers: { "Auto-Submitted": "auto-generated" },
};

type Access = {
  user?: string;
  parameters?: string;
  ehloName?: string;
  greetingMs?: number;
  silenceMs?: number;
};

/** A mail server of its own for one test; `user` is how the app signs in to it. */
async function aServer(
  options: SMTPServerOptions = {},
  { user = "", parameters = "", ehloName, ...patience }: Access = {},
) {
  const received: Promise<Email>[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(PostalMime.parse(Buffer.concat(chunks)));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const mailer = createSmtpMailer({
    url: `smtp://${user}127.0.0.1:${port}${parameters}`,
    from: "Settled <notices@settled.example>",
    ehloName,
    patience: { greetingMs: 10_000, silenceMs: 10_000, ...patience },
  });
  return { mailer, received: () => Promise.all(received) };
}

describe("the SMTP mailer", () => {
  it("gives back the headers as they left, and sends attachments to the byte", async () => {
    const { mailer, received } = await aServer();
    const bytes = Uint8Array.from([37, 80, 68, 70, 0, 255]);
    const attachments = [{ fileName: "SET-1.pdf", contentType: "application/pdf", bytes }];
    const outcome = await mailer.send({ ...mail, attachments });
    const headers = outcome.outcome === "sent" ? outcome.headers : "";
    const [sent] = await received();
    const [file] = sent?.attachments ?? [];
    expect(file).toMatchObject({ filename: "SET-1.pdf", mimeType: "application/pdf" });
    expect([...new Uint8Array(file?.content as ArrayBuffer)]).toEqual([...bytes]);
    const lines = headers.split(/\r?\n(?![ \t])/).map((line) => line.split(":")[0]?.toLowerCase());
    expect(lines).toEqual(sent?.headers.map(({ key }) => key));
    const dateOf = (text: string) => /^Date: (.+)$/im.exec(text)?.[1]?.trim();
    expect(dateOf(headers)).toBe(sent?.headers.find(({ key }) => key === "date")?.value);
  });

  it("sends both parts with our own Message-ID, language and headers", async () => {
    const { mailer, received } = await aServer();
    await mailer.send(mail);
    const [sent] = await received();
    expect(sent).toMatchObject({
      from: { name: "Settled", address: "notices@settled.example" },
      to: [{ address: "owner@acme-outdoor.example" }],
      subject: "Your account is still open 账户",
      messageId: "<fixed@settled.example>",
      text: expect.stringMatching(/^Still open\.\s+$/),
      html: expect.stringMatching(/<p [^>]*>Still open\.<\/p>/),
    });
    const headers = Object.fromEntries((sent?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ "content-language": "en", "auto-submitted": "auto-generated" });
  });

  it("sends a ticket as plain text only, with the merchant as the one to answer", async () => {
    const { mailer, received } = await aServer();
    await mailer.send({
      ...mail,
      replyTo: "owner@a.example",
      body: { kind: "text", text: "Please close.\n\n账户" },
    });
    const [sent] = await received();
    expect(sent?.html).toBeUndefined();
    expect(sent?.text?.trim()).toBe("Please close.\n\n账户");
    expect(sent?.replyTo).toMatchObject([{ address: "owner@a.example" }]);
  });

  it("lets no line break in a subject or an address make a header of its own (H1)", async () => {
    const { mailer, received } = await aServer();
    await mailer.send({
      ...mail,
      subject: "Hello\r\nBcc: victim@a.example",
      replyTo: "owner@a.example\r\nX-Evil: 1",
    });
    const [sent] = await received();
    const names = sent?.headers.map(({ key }) => key);
    expect(names).not.toContain("bcc");
    expect(names).not.toContain("x-evil");
    expect(sent?.to).toHaveLength(1);
  });

  it("says at which step the provider refused, and with which code", async () => {
    const noRecipient = await aServer({
      onRcptTo: (_address, _session, done) => done(new Error("550 unknown")),
    });
    expect(await noRecipient.mailer.send(mail)).toEqual({
      outcome: "not-sent",
      step: "recipient",
      code: 550,
      reason: "550 550 unknown",
    });
    const noMessage = await aServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on("end", () => done(new Error("451 try again later")));
      },
    });
    expect(await noMessage.mailer.send(mail)).toMatchObject({
      step: "content",
      reason: expect.stringContaining("451 try again later"),
    });
  });

  it("waits no longer than its patience for a server that never greets", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const patience = { greetingMs: 100, silenceMs: 60_000 };
    const mailer = createSmtpMailer({ url, from: "a@settled.example", patience });
    expect(await mailer.send(mail)).toMatchObject({ outcome: "not-sent", step: "connect", code: null });
  });

  it("waits no longer for a server that takes the message and says nothing", async () => {
    let taken = 0;
    const { mailer } = await aServer(
      {
        onData: (stream) => {
          stream.resume().on("end", () => {
            taken += 1;
          });
        },
        closeTimeout: 1,
      },
      { silenceMs: 500 },
    );
    expect(await mailer.send(mail)).toMatchObject({ outcome: "unknown", reason: "Timeout" });
    expect(taken).toBe(1);
  });

  it("was certainly not sent when nobody answers", async () => {
    const mailer = createSmtpMailer({ url: "smtp://127.0.0.1:1", from: "a@settled.example" });
    expect(await mailer.send(mail)).toMatchObject({ outcome: "not-sent", step: "connect" });
  });

  it("mails one box when two addresses stand in the field, and under the name it was given", async () => {
    const heard: [string, string[]][] = [];
    const { mailer } = await aServer(
      {
        onData: (stream, session, done) => {
          heard.push([session.hostNameAppearsAs, session.envelope.rcptTo.map(({ address }) => address)]);
          stream.resume().on("end", () => done());
        },
      },
      { ehloName: "settled.example" },
    );
    await mailer.send({ ...mail, to: "owner@a.example, other@b.example" });
    expect(heard).toEqual([["settled.example", ["owner@a.example"]]]);
  });

  it.each(["", "?requireTLS=false", "?ignoreTLS=true", "?opportunisticTLS=true"])(
    "gives a password to no server that does not encrypt, and a mail neither %s",
    async (parameters) => {
      const seen: string[] = [];
      const { mailer, received } = await aServer(
        {
          onAuth: ({ username = "" }, _session, done) => {
            seen.push(username);
            done(null, { user: username });
          },
        },
        { user: "settled:secret@", parameters },
      );
      expect(await mailer.send(mail)).toMatchObject({ outcome: "not-sent", code: expect.any(Number) });
      expect([seen, await received()]).toEqual([[], []]);
    },
  );

  it.each([
    ["greeting", 554, { onConnect: (_session, done) => done(reply(554, "no service")) }],
    ["sender", 553, { onMailFrom: (_from, _session, done) => done(reply(553, "5.1.8 sender")) }],
    ["recipient", 550, { onRcptTo: (_to, _session, done) => done(reply(550, "5.1.1 unknown")) }],
    [
      "content",
      554,
      { onData: (stream, _s, done) => stream.resume().on("end", () => done(reply(554, "5.7.1 spam"))) },
    ],
  ] as [string, number, SMTPServerOptions][])(
    "tells a refusal at %s, and keeps its %d",
    async (step, code, options) => {
      const { mailer } = await aServer(options);
      expect(await mailer.send(mail)).toMatchObject({ outcome: "not-sent", step, code });
    },
  );
});

const reply = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
