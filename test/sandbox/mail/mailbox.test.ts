import { createTransport, type SendMailOptions } from "nodemailer";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSandbox } from "#sandbox/start.ts";
import { aSandbox, postJson, settingsFor } from "#test/sandbox/admin/a-sandbox.ts";

const mail: SendMailOptions = {
  from: "Settled <notices@settled.example>",
  to: "owner@acme-outdoor.example",
  subject: "Your account is still open 账户",
  text: "Plain text",
  html: '<p>Hello <a href="https://settled.example/close">Close</a><script>alert(1)</script></p>',
  messageId: "<one@settled.example>",
};
const send = (smtpPort: number, options: SendMailOptions = mail, timeoutMs = 5000) =>
  createTransport({
    host: "127.0.0.1",
    port: smtpPort,
    ignoreTLS: true,
    socketTimeout: timeoutMs,
  }).sendMail(options);
const messages = async (url: string, to = "") =>
  (await fetch(`${url}/mailbox/messages.json?to=${encodeURIComponent(to)}`)).json();

describe("mailbox", () => {
  it("stores a mail before it tells the sender that it took it", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    expect(await messages(url)).toMatchObject([
      {
        from: "notices@settled.example",
        to: ["owner@acme-outdoor.example"],
        subject: "Your account is still open 账户",
        messageId: "<one@settled.example>",
        text: "Plain text\n",
        html: expect.stringContaining("https://settled.example/close"),
        receivedAt: expect.stringMatching(/^2026-05-12T13:/),
      },
    ]);
  });

  it("lists the newest mail first, for one recipient or for all", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort, { ...mail, subject: "first" });
    await send(smtpPort, { ...mail, subject: "second" });
    await send(smtpPort, { ...mail, subject: "other", to: "owner@busy-bikes.example" });
    const subjects = async (to?: string) =>
      (await messages(url, to)).map((m: { subject: string }) => m.subject);
    expect(await subjects()).toEqual(["other", "second", "first"]);
    expect(await subjects("OWNER@acme-outdoor.example")).toEqual(["second", "first"]);
  });

  it("shows the HTML part in a frame whose scripts cannot run and whose links open a new tab", async () => {
    const { url, smtpPort } = await aSandbox();
    await send(smtpPort);
    const [{ id }] = await messages(url);
    const page = await (await fetch(`${url}/mailbox/messages/${id}`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).not.toContain("<script>alert");
    const part = await fetch(`${url}/mailbox/messages/${id}/html`);
    expect(part.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await part.text()).toMatch(/^<base target="_blank">/);
  });

  it("keeps mails over a restart", async () => {
    const settings = settingsFor();
    const first = await startSandbox(settings);
    await send(first.smtpPort);
    await first.stop();
    const second = await startSandbox(settings);
    onTestFinished(() => second.stop());
    expect(await messages(second.url)).toHaveLength(1);
  });

  it("answers an unknown mail with 404", async () => {
    const { url } = await aSandbox();
    expect((await fetch(`${url}/mailbox/messages/nothing`)).status).toBe(404);
  });
});

describe("mail server outage", () => {
  it("refuses every mail for the moment, and works again afterwards", async () => {
    const { url, smtpPort } = await aSandbox();
    await postJson(`${url}/mailbox/faults`, { mode: "reject" });
    await expect(send(smtpPort)).rejects.toMatchObject({ responseCode: 451 });
    await postJson(`${url}/mailbox/faults`, { mode: "none" });
    await send(smtpPort);
    expect(await messages(url)).toHaveLength(1);
  });

  it("never answers in mode timeout", async () => {
    const { url, smtpPort } = await aSandbox();
    await postJson(`${url}/mailbox/faults`, { mode: "timeout" });
    await expect(send(smtpPort, mail, 100)).rejects.toMatchObject({ code: "ETIMEDOUT" });
    expect(await messages(url)).toEqual([]);
  });

  it("refuses a mode it does not know", async () => {
    const { url } = await aSandbox();
    expect((await postJson(`${url}/mailbox/faults`, { mode: "slow" })).status).toBe(400);
  });
});
