import { describe, expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import { withWholeDates } from "#app/messages/whole-dates.ts";

const SUMMER = "2026-07-02T13:05:00Z";

/** Blanks at which no line ends, made visible. */
const shown = (text: string) => text.replaceAll("\u00a0", "_");

describe("a date on a page", () => {
  it.each([
    ["en", "Sat,_Aug_1,_2026", "Jul_2,_2026, 9:05_AM (Eastern Time)"],
    ["de", "Sa.,_1._Aug._2026", "2._Juli_2026, 09:05 (Nordamerikanische Ostküstenzeit)"],
    ["fr", "sam._1er_août_2026", "2_juil._2026, 09:05 (heure de l’Est nord-américain)"],
    // A line may end anywhere here, and a sign that forbids it would be copied along.
    ["zh-CN", "2026年8月1日（周六）", "2026年7月2日 09:05（北美东部时间）"],
    ["ja", "2026年8月1日(土)", "2026年7月2日 9:05 (米国東部時間)"],
  ] as const)("ends no line in %s; between date, time and zone one may end", (locale, date, instant) => {
    const words = withWholeDates(translatorFor(locale));
    expect([words.date("2026-08-01"), words.instant(SUMMER, "America/New_York")].map(shown)).toEqual([
      date,
      instant,
    ]);
  });

  it("is whole in the core's sentences too, and has nothing unseen in it off the page", () => {
    const note = { id: "core.trial.over", values: { endedOn: "2026-06-11" } };
    expect(shown(withWholeDates(translatorFor("en")).note(note))).toBe(
      "The trial ended on Thu,_Jun_11,_2026.",
    );
    expect(translatorFor("en").note(note)).toBe("The trial ended on Thu, Jun 11, 2026.");
    expect(translatorFor("zh-CN").date("2026-08-01")).toBe("2026年8月1日（周六）");
  });
});
