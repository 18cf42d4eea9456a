import { afterEach, beforeEach, expect, it } from "vitest";
import { anAccount, SID, TOKEN } from "#test/sandbox/impact/account.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await sandbox.fetch(path, { headers: { "accept-language": "en", ...headers } });
  expect(response.status).toBe(200);
  return response.text();
}

const PAGES = ["contracts", "actions", "invoices", "catalogs", "balance", "api", "faults", "close"];

it.each(PAGES)("shows %s of both accounts in both languages with the sandbox time", async (name) => {
  for (const key of ["story", "busy"]) {
    const english = await page(`/impact/accounts/${key}/${name}?lang=en`);
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("Next event");
    const chinese = await page(`/impact/accounts/${key}/${name}?lang=zh-CN`);
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).toContain("下一个事件");
  }
});

it("remembers the language chosen", async () => {
  const first = await sandbox.fetch("/impact?lang=zh-CN");
  const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(await page("/impact", { cookie })).toContain("选择账户");
});

it("offers Cancel subscription only until the first action is tracked", async () => {
  const button = 'action="/impact/accounts/story/subscription/cancel"';
  expect(await page("/impact/accounts/story/balance")).toContain(button);
  sandbox.moveTo("2026-05-30");
  expect(await page("/impact/accounts/story/balance")).not.toContain(button);
});

it("does not cancel a subscription behind a hidden button", async () => {
  sandbox.moveTo("2026-06-12");
  const answer = await sandbox.post("/impact/accounts/story/subscription/cancel", {});
  expect(answer.headers.get("location")).toBe("/impact/accounts/story/balance?done=cancelled&n=0");
  expect(await page("/impact/accounts/story/balance")).not.toContain("was canceled");
});

it("charges no fee after the trial was canceled", async () => {
  await sandbox.post("/impact/accounts/story/subscription/cancel", {});
  await sandbox.post("/impact/accounts/story/contracts/expire", {
    all: "1",
    shown: "S-7100001 S-7100002",
    endsOn: "2026-05-12",
  });
  sandbox.moveTo("2026-07-02");
  const text = await page("/impact/accounts/story/balance");
  expect(text).toContain("was canceled");
  expect(text).toContain("Nothing was charged so far.");
});

it("leads back to the page after a form, and says what was done", async () => {
  const answer = await sandbox.post("/impact/accounts/story/contracts/expire", {
    id: "S-7100001",
    endsOn: "2026-05-12",
  });
  expect(answer.status).toBe(303);
  expect(await page(answer.headers.get("location") ?? "")).toContain("1 contract changed.");
});

it("leads back to the stores, the mailbox and the help desk from every page", async () => {
  for (const path of ["/impact", "/impact/accounts/story/balance"])
    for (const place of ["/", "/mailbox", "/help-desk"])
      expect(await page(path)).toContain(`<a href="${place}">`);
});

it("escapes names", async () => {
  await sandbox.stop();
  sandbox = await startSandbox({ accounts: [anAccount()], sid: SID, token: TOKEN });
  const text = await page("/impact");
  expect(text).toContain("Test &amp; &lt;Sons&gt;");
  expect(text).not.toContain("<Sons>");
});

it("answers 404 with a page to an unknown account or page", async () => {
  expect((await sandbox.fetch("/impact/accounts/nobody/contracts")).status).toBe(404);
  expect((await sandbox.fetch("/impact/accounts/story/secrets")).status).toBe(404);
});

it("serves the style sheet", async () => {
  const sheet = await sandbox.fetch("/impact/style.css");
  expect(sheet.headers.get("content-type")).toContain("text/css");
  // Its first rule, and the last one, which is for phones.
  expect((await sheet.text()).replaceAll(/\s+/g, " ")).toMatch(
    /^:root \{.*dl\.facts dd \{ margin: 0 0 8px; \} \} $/,
  );
});
