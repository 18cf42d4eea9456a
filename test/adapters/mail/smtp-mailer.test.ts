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

/** A mail server of its own for one test. */
async function aServer(
  options: SMTPServerOptions = {},
  patience = { greetingMs: 10_000, silenceMs: 10_000 },
  login = "",
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
    url: `smtp://${login}127.0.0.1:${port}`,
    from: "Settled <notices@settled.example>",
    patience,
  });
  return { mailer, received: () => Promise.all(received) };
}

describe("the SMTP mailer", () => {
  it("tells a server that offers no TLS neither the password nor the mail", async () => {
    const told: unknown[] = [];
    const onAuth: SMTPServerOptions["onAuth"] = (auth, _session, done) => {
      told.push(auth.password);
      done(null, { user: "settled" });
    };
    const { mailer, received } = await aServer(
      { onAuth, allowInsecureAuth: true },
      undefined,
      "settled:secret@",
    );
    await expect(mailer.send(mail)).rejects.toThrow("STARTTLS");
    expect([...told, ...(await received())]).toEqual([]);
  });

  it("gives back the headers as they left, and sends attachments to the byte", async () => {
    const { mailer, received } = await aServer();
    const bytes = Uint8Array.from([37, 80, 68, 70, 0, 255]);
    const attachments = [{ fileName: "SET-1.pdf", contentType: "application/pdf", bytes }];
    const { headers } = await mailer.send({ ...mail, attachments });
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
      html: expect.stringContaining("<p>Still open.</p>"),
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

  it("throws when the provider refuses the recipient or the message", async () => {
    const noRecipient = await aServer({
      onRcptTo: (_address, _session, done) => done(new Error("550 unknown")),
    });
    await expect(noRecipient.mailer.send(mail)).rejects.toThrow("550 unknown");
    const noMessage = await aServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on("end", () => done(new Error("451 try again later")));
      },
    });
    await expect(noMessage.mailer.send(mail)).rejects.toThrow("451 try again later");
  });

  it("waits no longer than its patience for a server that never greets", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const patience = { greetingMs: 100, silenceMs: 60_000 };
    const mailer = createSmtpMailer({ url, from: "a@settled.example", patience });
    await expect(mailer.send(mail)).rejects.toThrow("Greeting never received");
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
      { greetingMs: 10_000, silenceMs: 500 },
    );
    await expect(mailer.send(mail)).rejects.toThrow("Timeout");
    expect(taken).toBe(1);
  });

  it("throws when nobody answers", async () => {
    const mailer = createSmtpMailer({ url: "smtp://127.0.0.1:1", from: "a@settled.example" });
    await expect(mailer.send(mail)).rejects.toThrow();
  });
});
