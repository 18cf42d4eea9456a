import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { layContactSheet } from "./contact-sheet.ts";
import { ROOT } from "./prepare.ts";

// npm run screens [-- --only close-busy,review --language en,zh-CN --out FOLDER --reference FOLDER]
// Opens every screen in every state and language, keeps pictures at each width, and one contact sheet of them all.
// With --check each page is also given to axe, and opened at 400 %: what is wrong is said at the end.
// npm run screens -- --listing makes the pictures of docs/listing anew.
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    language: { type: "string", default: "" },
    out: { type: "string", default: "screenshots" },
    reference: { type: "string" },
    check: { type: "boolean", default: false },
    listing: { type: "boolean", default: false },
  },
});
const vitest = (args: string[], env: Record<string, string>) =>
  spawnSync(path.join(ROOT, "node_modules/.bin/vitest"), ["run", "--project", "screens", ...args], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  }).status ?? 1;
if (values.listing)
  process.exit(
    vitest(["test/screens/listing.screens.ts"], {
      SCREENS_LISTING: "1",
      SCREENS_OUT: path.join(ROOT, "docs/listing"),
    }),
  );
const out = path.resolve(ROOT, values.out);
if (values.reference !== undefined && !existsSync(values.reference)) {
  console.error(`There is no folder ${values.reference} to compare with.`);
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
const status = vitest([], {
  SCREENS_OUT: out,
  SCREENS_ONLY: values.only,
  SCREENS_LANGUAGES: values.language,
  SCREENS_CHECK: values.check ? "1" : "0",
});
const made = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith(".png")) : [];
if (made.length > 0) await layContactSheet(out, made, values.reference);
console.log(`${made.length} pictures and contact-sheet.html in ${out}`);
process.exit(status);
