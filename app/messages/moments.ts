import { formatters } from "./formatters.ts";

const isChinese = (locale: string): boolean => /^zh\b/.test(locale);
const isFrench = (locale: string): boolean => /^fr\b/.test(locale);

/** Languages that write nine o'clock as "9:00"; the others write "09:00". */
const hasShortHours = (locale: string): boolean => /^(en|es|ja)\b/.test(locale);

/** A day as the language writes it, where Intl leaves something out. */
export function dayText(locale: string, options: Intl.DateTimeFormatOptions, time: number): string {
  // Days are all of one zone. Moments are of any: a formatter for each would be kept for ever.
  const isDay = options.timeZone === "UTC";
  const format = isDay
    ? formatters.getDateTimeFormat(locale, options)
    : new Intl.DateTimeFormat(locale, options);
  if (!isChinese(locale) && !isFrench(locale)) return format.format(time);
  return format
    .formatToParts(time)
    .map((part) => partText(locale, part))
    .join("");
}

/** In Chinese the weekday stands in brackets, and the first of a month is "1er" in French. */
function partText(locale: string, { type, value }: Intl.DateTimeFormatPart): string {
  if (type === "weekday" && isChinese(locale)) return `（${value}）`;
  if (type === "day" && value === "1" && isFrench(locale)) return "1er";
  return value;
}

/**
 * Date and time, then the zone by name in brackets. Intl puts the zone between date and time in Chinese, and writes
 * it as a bare offset, so it is asked for alone.
 */
export function momentText(locale: string, timeZone: string, time: number): string {
  const moment = dayText(
    locale,
    {
      year: "numeric",
      month: "short",
      day: "numeric",
      minute: "2-digit",
      hour: hasShortHours(locale) ? "numeric" : "2-digit",
      ...(isChinese(locale) && { hourCycle: "h23" }),
      timeZone,
    },
    time,
  );
  const zone = zoneName(locale, timeZone, time);
  return isChinese(locale) ? `${moment}（${zone}）` : `${moment} (${zone})`;
}

/** In Taiwan these could be any country's; mainland Chinese names the continent itself. */
const OF_NORTH_AMERICA = new Set(["東部時間", "中部時間", "山區時間", "太平洋時間"]);

/** Norwegian names some zones by a sentence ("tidssone for den nordamerikanske østkysten"): those have a short name. */
function zoneName(locale: string, timeZone: string, time: number): string {
  if (timeZone === "UTC") return "UTC";
  const name = (timeZoneName: "longGeneric" | "shortGeneric") =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(time)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  const long = name("longGeneric");
  if (locale === "zh-TW" && OF_NORTH_AMERICA.has(long)) return `北美${long}`;
  return long.startsWith("tidssone for") ? name("shortGeneric") : long;
}
