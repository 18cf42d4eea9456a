import { scaleLinear } from "d3-scale";

const DAY_MS = 86_400_000;
const timeOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** A calendar day `days` later. */
export const laterDay = (iso: string, days: number): string =>
  new Date(timeOf(iso) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((timeOf(to) - timeOf(from)) / DAY_MS);

export type DayAxis = {
  /** Where a day begins, in pixels; `step` is how wide each is. */
  x: (iso: string) => number;
  step: number;
  /** Days to label: each first of a month, and each 15th where there is room. */
  marks: string[];
};

type Options = { from: string; to: string; left: number; right: number; sparse: boolean };

/** The days from `from` to `to`, both included. */
export function dayAxis({ from, to, left, right, sparse }: Options): DayAxis {
  const count = daysBetween(from, to) + 1;
  const x = scaleLinear([0, count], [left, right]);
  const step = (right - left) / count;
  const days = Array.from({ length: count }, (_, index) => laterDay(from, index));
  const wanted = days.filter((day) => day.endsWith("-01") || (!sparse && count < 130 && day.endsWith("-15")));
  return { x: (iso) => x(daysBetween(from, iso)), step, marks: thinned(wanted, step) };
}

/** Labels need about 50 px each: of too many, every second or third is kept. */
function thinned(days: string[], step: number): string[] {
  const [first, second] = days;
  const gap = first && second ? daysBetween(first, second) * step : Number.POSITIVE_INFINITY;
  const each = Math.max(1, Math.ceil(50 / gap));
  return days.filter((_, index) => index % each === 0);
}
