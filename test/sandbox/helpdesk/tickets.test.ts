import { createTransport, type SendMailOptions } from "nodemailer";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSandbox } from "#sandbox/start.ts";
import { aSandbox, postForm, postJson, settingsFor } from "#test/sandbox/admin/a-sandbox.ts";

const request: SendMailOptions = {
  from: "Settled <requests@settled.example>",
  replyTo: "owner@acme-outdoor.example",
  to: "help-desk@sandbox.example",
  subject: "Close account 123",
  text: "Close the account on 1 July.",
  messageId: "<request-1@settled.example>",
  attachments: [{ filename: "evidence.csv", content: "a,b\n1,2\n" }],
};
const send = (smtpPort: number, options: SendMailOptions = request) =>
  createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true }).sendMail(options);
const json = async (url: string) => (await fetch(url)).json();
const tickets = (url: string) => json(`${url}/help-desk/tickets.json`);

describe("help desk", () => {
  it("makes a ticket of a mail to its address", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    expect(await tickets(url)).toMatchObject([
      {
        number: "HD-10001",
        status: "new",
        subject: "Close account 123",
        text: "Close the account on 1 July.\n",
        from: { name: "Settled", address: "requests@settled.example" },
        replyTo: { address: "owner@acme-outdoor.example" },
        messageId: "<request-1@settled.example>",
        receivedCount: 1,
        attachments: [{ filename: "evidence.csv", mimeType: "text/csv", bytes: 8 }],
      },
    ]);
  });

  it("keeps one ticket for a mail that arrives twice, also after a restart", async () => {
    const settings = settingsFor();
    const first = await startSandbox(settings);
    await send(first.smtpPort);
    await first.stop();
    const { url, smtpPort, stop } = await startSandbox(settings);
    onTestFinished(stop);
    await send(smtpPort);
    expect(await tickets(url)).toMatchObject([{ number: "HD-10001", receivedCount: 2 }]);
    const page = await (await fetch(`${url}/help-desk/tickets/HD-10001`)).text();
    expect(page).toContain("Received 2 times");
  });

  it("gives another mail the next number and leaves other people's mail alone", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    await send(smtpPort, { ...request, to: "owner@acme-outdoor.example", messageId: "<x@settled.example>" });
    await send(smtpPort, { ...request, messageId: "<request-2@settled.example>" });
    const numbers = (await tickets(url)).map((t: { number: string }) => t.number);
    expect(numbers).toEqual(["HD-10002", "HD-10001"]);
  });
});

describe("support agent", () => {
  const toOwner = (url: string) => json(`${url}/mailbox/messages.json?to=owner@acme-outdoor.example`);

  it("acknowledges once, in the thread of the request, with the ticket number", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    await postForm(`${url}/help-desk/tickets/HD-10001/acknowledge`);
    await postForm(`${url}/help-desk/tickets/HD-10001/acknowledge`);
    const mails = await toOwner(url);
    expect(mails).toMatchObject([
      {
        from: "help-desk@sandbox.example",
        subject: "Re: Close account 123 [HD-10001]",
        text: expect.stringContaining("Ticket number: HD-10001"),
        headers: expect.arrayContaining([{ key: "in-reply-to", value: "<request-1@settled.example>" }]),
      },
    ]);
    expect(await tickets(url)).toMatchObject([{ status: "acknowledged" }]);
  });

  it("replies in own words and closes", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    await postForm(`${url}/help-desk/tickets/HD-10001/close`, { text: "Closed on 1 July." });
    expect(await toOwner(url)).toMatchObject([{ text: expect.stringContaining("Closed on 1 July.") }]);
    expect(await tickets(url)).toMatchObject([{ status: "closed" }]);
  });

  it("sees why a reply was not sent, and the ticket stays as it was", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    await postJson(`${url}/mailbox/faults`, { mode: "reject" });
    const answer = await postForm(`${url}/help-desk/tickets/HD-10001/acknowledge`);
    expect([answer.status, await answer.text()]).toEqual([
      502,
      expect.stringContaining("The reply was not sent"),
    ]);
    expect(await tickets(url)).toMatchObject([{ status: "new", replies: [] }]);
  });
});
