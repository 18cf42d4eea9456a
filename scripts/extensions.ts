import "./one-sentence.ts";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { takesNoWords } from "./bad-input.ts";
import { ROOT } from "./prepare.ts";

takesNoWords();

/**
 * Builds the extensions with Shopify's CLI, without a login and without a Shopify account, in a copy that holds nothing
 * but them: `app build` would otherwise build the app as well.
 */
const folder = mkdtempSync(path.join(tmpdir(), "settled-extensions-"));
try {
  cpSync(path.join(ROOT, "extensions"), path.join(folder, "extensions"), { recursive: true });
  const app = readFileSync(path.join(ROOT, "shopify.app.toml"), "utf8");
  writeFileSync(path.join(folder, "shopify.app.toml"), app.replace(/^web_directories.*$/m, ""));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "settled", private: true }));
  execFileSync(path.join(ROOT, "node_modules/.bin/shopify"), ["app", "build", "--path", folder], {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, CI: "1", SHOPIFY_CLI_NO_ANALYTICS: "1" },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
