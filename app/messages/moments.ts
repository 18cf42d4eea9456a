const isChinese = (locale: string): boolean => /^zh\b/.test(locale);

/** A day as the language writes it; in Chinese the weekday stands in brackets, which Intl leaves out. */
export function dayText(locale: string, options: Intl.DateTimeFormatOptions, time: number): string {
  const format = new Intl.DateTimeFormat(locale, options);
  if (!isChinese(locale) || options.weekday === undefined) return format.format(time);
  return format
    .formatToParts(time)
    .map(({ type, value }) => (type === "weekday" ? `（${value}）` : value))
    .join("");
}

/**
 * Date and time, then the zone by name in brackets. Intl puts the zone between date and time in Chinese, and writes
 * it as a bare offset, so it is asked for alone.
 */
export function momentText(locale: string, timeZone: string, time: number): string {
  const moment = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    minute: "2-digit",
    ...(isChinese(locale) ? { hour: "2-digit", hourCycle: "h23" } : { hour: "numeric" }),
    timeZone,
  }).format(time);
  const zone = zoneName(locale, timeZone, time);
  return /^(zh|ja)\b/.test(locale) ? `${moment}（${zone}）` : `${moment} (${zone})`;
}

function zoneName(locale: string, timeZone: string, time: number): string {
  if (timeZone === "UTC") return "UTC";
  return (
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" })
      .formatToParts(time)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone
  );
}
