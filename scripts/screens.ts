import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { layContactSheet } from "./contact-sheet.ts";
import { ROOT } from "./prepare.ts";

// npm run screens [-- --only close-busy,review --language en,zh-CN --out FOLDER --reference FOLDER]
// Opens every screen in every state and language, keeps pictures at each width, and one contact sheet of them all.
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    language: { type: "string", default: "" },
    out: { type: "string", default: "screenshots" },
    reference: { type: "string" },
  },
});
const out = path.resolve(ROOT, values.out);
if (values.reference !== undefined && !existsSync(values.reference)) {
  console.error(`There is no folder ${values.reference} to compare with.`);
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
const { status } = spawnSync(path.join(ROOT, "node_modules/.bin/vitest"), ["run", "--project", "screens"], {
  cwd: ROOT,
  stdio: "inherit",
  env: {
    ...process.env,
    SCREENS_OUT: out,
    SCREENS_ONLY: values.only,
    SCREENS_LANGUAGES: values.language,
  },
});
const made = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith(".png")) : [];
if (made.length > 0) await layContactSheet(out, made, values.reference);
console.log(`${made.length} pictures and contact-sheet.html in ${out}`);
process.exit(status ?? 1);
