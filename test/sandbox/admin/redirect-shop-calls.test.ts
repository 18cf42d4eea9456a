import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { aSandbox } from "./a-sandbox.ts";

const run = promisify(execFile);
const preload = fileURLToPath(new URL("../../../sandbox/admin/redirect-shop-calls.ts", import.meta.url));
const script = `
  const answer = await fetch("https://acme-outdoor.myshopify.com/admin/api/2026-10/graphql.json", { method: "POST" });
  process.stdout.write(answer.status + " " + answer.headers.get("content-type"));`;
const runWith = (SANDBOX_ORIGIN: string) =>
  run(process.execPath, ["--import", preload, "--input-type=module", "-e", script], {
    env: { ...process.env, SANDBOX_ORIGIN },
  });

it("sends a store's calls to the sandbox", async () => {
  const { url } = await aSandbox();
  const { stdout } = await runWith(url);
  expect(stdout).toBe("401 application/json; charset=utf-8");
});

it("refuses to send them to another machine", async () => {
  await expect(runWith("https://sandbox.example")).rejects.toThrow("SANDBOX_ORIGIN must be on this machine");
});
