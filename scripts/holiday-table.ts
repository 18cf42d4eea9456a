import Holidays from "date-holidays";

/** Countries whose bank holidays stop impact.com's payments (H32, G25); England stands for the UK. */
const CALENDARS: readonly [country: string, state?: string][] = [["US"], ["GB", "ENG"], ["ZA"]];

/** From before impact.com's first fee to far beyond any day a page can be asked for. */
const YEARS = { from: 2015, to: 2060 };

/** Public and bank holidays of those countries by year, each as month and day: "0101" is 1 January. */
export function holidayTable(): { years: Record<string, string> } {
  const calendars = CALENDARS.map(([country, state]) =>
    state ? new Holidays(country, state) : new Holidays(country),
  );
  const years: Record<string, string> = {};
  for (let year = YEARS.from; year <= YEARS.to; year += 1) {
    const days = calendars.flatMap((calendar) =>
      calendar
        .getHolidays(year)
        .filter(({ type }) => type === "public" || type === "bank")
        .map(({ date }) => date.slice(0, 10)),
    );
    const own = days.filter((day) => day.startsWith(`${year}-`)).map((day) => day.slice(5).replace("-", ""));
    years[year] = [...new Set(own)].sort().join(" ");
  }
  return { years };
}
