import "./one-sentence.ts";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REFERENCE_RATES } from "#app/domain/index.ts";
import { readEcbRates } from "./ecb-rates.ts";
import { ROOT } from "./prepare.ts";

const [file] = process.argv.slice(2);
if (!file) {
  console.error(
    "Give the ECB's daily file: npm run rates -- eurofxref.csv (from the address in reference-rates.json)",
  );
  process.exit(2);
}
const rates = readEcbRates(readFileSync(file, "utf8"), REFERENCE_RATES.source);
const target = path.join(ROOT, "app/domain/money/reference-rates.json");
writeFileSync(target, `${JSON.stringify(rates, null, 2)}\n`);
console.log(`Reference rates: ${REFERENCE_RATES.asOf} → ${rates.asOf}`);
