import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { aSandbox, postForm } from "./a-sandbox.ts";

const decode = (text: string) => text.replaceAll("&amp;", "&");
const frameUrl = (page: string) => new URL(decode(/<iframe[^>]* src="([^"]+)"/.exec(page)?.[1] ?? ""));
const read = async (url: string) => (await fetch(url)).text();

describe("store admin", () => {
  it("opens the app's page that the address names, with what Shopify adds", async () => {
    const { url } = await aSandbox({ appUrl: "http://localhost:3001" });
    const frame = frameUrl(await read(`${url}/store/busy-bikes/apps/settled/app/close?step=2`));
    expect(`${frame.origin}${frame.pathname}`).toBe("http://localhost:3001/app/close");
    const { id_token, session, timestamp, ...rest } = Object.fromEntries(frame.searchParams);
    expect(rest).toEqual({
      step: "2",
      embedded: "1",
      shop: "busy-bikes.myshopify.com",
      // base64 of admin.shopify.com/store/busy-bikes, without the padding
      host: "YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvYnVzeS1iaWtlcw",
      locale: "en",
    });
    expect([id_token?.split(".").length, session?.length, Number(timestamp) > 0]).toEqual([3, 64, true]);
  });

  it("follows the language chosen for the store, in the page and in the frame", async () => {
    const { url } = await aSandbox();
    const back = "/store/acme-outdoor/apps/settled/app/fees";
    const answer = await postForm(`${url}/store/acme-outdoor/language`, { locale: "zh-CN", return: back });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, back]);
    const page = await read(`${url}${back}`);
    expect(page).toContain('<html lang="zh-CN">');
    expect(frameUrl(page).searchParams.get("locale")).toBe("zh-CN");
    expect(await read(`${url}/store/busy-bikes`)).toContain('<html lang="en">');
  });

  it("does not send people to another site after a form", async () => {
    const { url } = await aSandbox();
    const answer = await postForm(`${url}/store/acme-outdoor/staff`, { return: "//evil.example" });
    expect(answer.headers.get("location")).toBe("/");
  });

  it("refuses a form that another site posts", async () => {
    const { url } = await aSandbox();
    const answer = await fetch(`${url}/store/acme-outdoor/uninstall`, {
      method: "POST",
      headers: { "Sec-Fetch-Site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  });

  it("escapes what comes from the address", async () => {
    const { url } = await aSandbox();
    const page = await read(`${url}/store/acme-outdoor/elsewhere?url=${encodeURIComponent("<script>x()")}`);
    expect(page).not.toContain("<script>x()");
    expect(page).toContain("&lt;script&gt;x()");
  });

  it("answers an unknown page with a page", async () => {
    const { url } = await aSandbox();
    const answer = await fetch(`${url}/store/nobody`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("Page not found")]);
  });

  it("serves both browser scripts as plain JavaScript", async () => {
    const { url } = await aSandbox();
    for (const path of ["/app-bridge.js", "/admin-assets/parent.js"]) {
      const answer = await fetch(`${url}${path}`);
      expect(answer.headers.get("content-type")).toMatch(/javascript/);
      const code = await answer.text();
      expect(() => new Script(code)).not.toThrow();
    }
  });

  it("puts everything back to the start", async () => {
    const { url } = await aSandbox();
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await postForm(`${url}/clock`, { by: "week" });
    await postForm(`${url}/reset`);
    expect(await read(`${url}/store/acme-outdoor/webhooks`)).toContain("No webhook has been sent yet");
    expect((await (await fetch(`${url}/clock`)).json()).now).toMatch(/^2026-05-12T/);
    expect(await read(`${url}/store/acme-outdoor/apps/settled`)).toContain("<iframe");
  });
});
