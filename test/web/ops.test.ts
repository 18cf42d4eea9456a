import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { openLink } from "#app/services/exit/open-link.server.ts";
import { seedStores } from "#scripts/attack/seed.ts";
import { childEnv } from "#test/child-env.ts";
import { layReadyDatabase } from "#test/ready-database.ts";

const settingsFor = (dataDir: string): NodeJS.ProcessEnv => ({
  ...childEnv(),
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "a-secret-of-this-test",
  SHOPIFY_APP_URL: "https://settled.example.com",
  DATA_DIR: dataDir,
  SEAL_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  LINK_SECRET: "a-link-secret-of-this-test-32-characters",
  SMTP_URL: "smtps://mail.example.com",
  MAIL_FROM: "notices@example.com",
  OPERATOR_ADDRESS: "1 Example Street",
  SUPPORT_ADDRESS: "support@example.com",
});

it("npm run ops -- revoke-links ends both links of one store and no other's, and is refused beside the app", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "settled-revoke-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  await layReadyDatabase(dataDir);
  const env = settingsFor(dataDir);
  const [attacked, bystander] = await seedStores(env);
  const revoke = async (shop: string) => {
    const child = spawn(
      process.execPath,
      [
        "--disable-warning=ExperimentalWarning",
        "scripts/ops.ts",
        "revoke-links",
        shop,
        "--why",
        "lost mailbox",
        "--as",
        "kim",
      ],
      { env, stdio: ["ignore", "pipe", "pipe"] },
    );
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    return { code, said: (out + err).trim() };
  };
  /** What each of the four links does, asked of the app that has the database; and what the script says beside it. */
  const linksAndScript = async (beside: () => Promise<{ said: string }>) => {
    const container = await createContainer(readConfig(env));
    try {
      const links = [attacked, bystander].flatMap(({ finish, stop }) => [
        { token: finish.replace("/l/", ""), purpose: "finish" as const },
        { token: stop.replace("/stop/", ""), purpose: "stop-mail" as const },
      ]);
      const outcomes = [];
      for (const link of links) outcomes.push((await openLink(link, container.deps)).outcome);
      return { outcomes, beside: await beside() };
    } finally {
      await container.close();
    }
  };

  const before = await linksAndScript(() => revoke(attacked.shop));
  expect(before.outcomes).toEqual(["open", "open", "open", "open"]);
  expect(before.beside).toMatchObject({ code: 1, said: expect.stringContaining("is in use by") });

  // As somebody copies it from an address bar.
  expect(await revoke(attacked.shop.toUpperCase())).toEqual({
    code: 0,
    said: `No link of ${attacked.shop} works any more. Whoever asks for a new one gets it at the address on file.`,
  });
  expect(await revoke("nobody.myshopify.com")).toEqual({
    code: 1,
    said: "No store nobody.myshopify.com is known here. It may have been erased, and its links with it.",
  });
  const after = await linksAndScript(() => Promise.resolve({ said: "" }));
  expect(after.outcomes).toEqual(["ended", "ended", "open", "open"]);
});
