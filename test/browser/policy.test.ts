import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { demoForFile } from "./support/demo.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
beforeAll(() => moveClockTo(demo, "2026-07-02"));

describe("a page in the admin", () => {
  it("runs under its full policy, which stops a script that somebody put into it", async () => {
    const admin = await Admin.enter(demo, "acme-outdoor", "en");
    const policies: string[] = [];
    admin.page.on("response", (response) => {
      const { "content-security-policy": policy, "content-type": type } = response.headers();
      if (response.url().includes("/app") && type?.startsWith("text/html") && policy) policies.push(policy);
    });
    await admin.open("");
    expect(policies.at(-1)).toMatch(/default-src 'none'; script-src 'self' .*'nonce-[A-Za-z0-9+/=]{24}'/);
    // Ours ran, or the page would not answer to a click.
    await admin.open("/setup");
    expect(demo.noise.take()).toEqual([]);
    const ran = await admin.frame().evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
      return document.title;
    });
    expect(ran).not.toBe("taken over");
    expect(demo.noise.take().join("\n")).toContain("Content Security Policy");
  });
});
