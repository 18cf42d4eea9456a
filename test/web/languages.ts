import { LOCALES, type Locale } from "#app/messages/locales.ts";

/**
 * English, Chinese and one other, by turns: with twelve languages pages would be read for minutes. Every language has its
 * turns, and all of them at once with EVERY_LANGUAGE=1.
 */
export function languagesAt(turn: number): readonly Locale[] {
  if (process.env.EVERY_LANGUAGE === "1") return LOCALES;
  const [english, chinese, ...others] = LOCALES;
  return [english, chinese, others[turn % others.length] ?? english];
}
