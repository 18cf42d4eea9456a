import "./one-sentence.ts";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { takesNoWords } from "./bad-input.ts";
import { holidayTable } from "./holiday-table.ts";
import { ROOT } from "./prepare.ts";

takesNoWords();
const lookedAt = new Date().toISOString().slice(0, 10);
const target = path.join(ROOT, "app/domain/closing/holiday-table.json");
writeFileSync(target, `${JSON.stringify({ lookedAt, ...holidayTable() }, null, 2)}\n`);
console.log(`Holidays as of ${lookedAt}. Add what was proclaimed since to app/domain/closing/holidays.ts.`);
