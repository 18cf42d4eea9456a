import { CARD_CURRENCIES, type ReferenceRates } from "#app/domain/index.ts";
import { BadInput } from "./bad-input.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/**
 * Reads the ECB's daily file (eurofxref.csv: one line of currency codes, one of rates, the day as "20 November 2026").
 * Rates become integers in hundred-thousandths of a unit per euro. Throws naming what is missing.
 */
export function readEcbRates(csv: string, source: string): ReferenceRates {
  const [head = [], row = []] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((cell) => cell.trim()));
  const rates = CARD_CURRENCIES.map((currency): [string, number] => {
    if (currency === "EUR") return [currency, 100_000];
    const text = row[head.indexOf(currency)] ?? "";
    const [, whole, fraction = ""] = /^(\d+)(?:\.(\d{1,5}))?$/.exec(text) ?? [];
    if (whole === undefined) throw new BadInput(`The file has no usable rate for ${currency}: "${text}".`);
    return [currency, Number(whole + fraction.padEnd(5, "0"))];
  });
  return {
    asOf: isoDay(row[0] ?? ""),
    source,
    perEuroE5: Object.fromEntries(rates) as ReferenceRates["perEuroE5"],
  };
}

function isoDay(text: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0)
    throw new BadInput(`The file does not begin with a day such as "20 November 2026": "${text}".`);
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
