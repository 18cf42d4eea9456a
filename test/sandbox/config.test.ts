import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { readSettings } from "#sandbox/config.ts";
import { listen } from "#sandbox/listen.ts";
import { startSandbox } from "#sandbox/start.ts";
import { settingsFor } from "./admin/a-sandbox.ts";

const needed = { SHOPIFY_API_KEY: "the-key", SHOPIFY_API_SECRET: "the-secret" };

describe("sandbox settings", () => {
  it("need nothing but the app's key and secret", () => {
    expect(readSettings(needed)).toMatchObject({
      ok: true,
      settings: { port: 3000, smtpPort: 3025, appUrl: "http://localhost:3001", dataDir: ".data" },
    });
  });

  it("refuse production and name every variable that is wrong", () => {
    const read = readSettings({ NODE_ENV: "production", SANDBOX_PORT: "abc", APP_URL: "nowhere" });
    const named = read.ok ? [] : read.problems.map((p) => p.split(":")[0]);
    expect(named).toEqual(["NODE_ENV", "SANDBOX_PORT", "APP_URL", "SHOPIFY_API_KEY", "SHOPIFY_API_SECRET"]);
  });
});

it.each(["SANDBOX_PORT", "SANDBOX_SMTP_PORT"])("a taken port is reported with %s", async (variable) => {
  const holder = createServer();
  const port = await listen(holder, 0, "none");
  onTestFinished(() => void holder.close());
  const settings = settingsFor(variable === "SANDBOX_PORT" ? { port } : { smtpPort: port });
  await expect(startSandbox(settings)).rejects.toThrow(
    `Port ${port} is already in use. Set ${variable} to another port`,
  );
});
