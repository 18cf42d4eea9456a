import { range } from "d3-array";
import { scaleLinear } from "d3-scale";
import { textWidth } from "./text-width.ts";

/** Amounts are decimal strings; where a mark lies on the screen is no money, so a float is exact enough. */
export const coordinate = (amount: string): number => Number(amount);

export type AmountAxis = {
  /** Where an amount lies, in pixels. */
  y: (amount: number) => number;
  ticks: { value: number; text: string }[];
};

type Options = {
  highest: number;
  top: number;
  bottom: number;
  count?: number;
  /** The highest amount is the top of the picture, above the last gridline: a curve of few steps gets all the room. */
  open?: boolean;
  text: (value: number) => string;
};

/** Amounts from 0 up to the first round one that is not under the highest: three or four gridlines. */
export function amountAxis({ highest, top, bottom, count = 3, open = false, text }: Options): AmountAxis {
  const most = highest > 0 ? highest : 1;
  const step = roundStep(most / count);
  const steps = open ? Math.floor(most / step + 1e-9) : Math.ceil(most / step - 1e-9);
  const y = scaleLinear([0, open ? most : steps * step], [bottom, top]);
  return {
    y: (amount) => y(amount),
    ticks: range(steps + 1).map((index) => {
      const value = index * step;
      return { value, text: value === 0 ? "0" : text(value) };
    }),
  };
}

const ROUND = [1, 2, 2.5, 5, 10];

/** The first of 1, 2, 2.5 and 5 times a power of ten that is not under the least: amounts are read in quarters too. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (ROUND.find((each) => each * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** Room for the axis' labels at the left: as much as the longest needs, so that nothing of a large amount is cut. */
export const axisRoom = (
  highest: number,
  text: (value: number) => string,
  grid: Pick<Options, "count" | "open"> = {},
): number =>
  Math.max(
    44,
    Math.ceil(
      Math.max(
        ...amountAxis({ ...grid, highest, top: 0, bottom: 1, text }).ticks.map((tick) =>
          textWidth(tick.text),
        ),
      ),
    ) + 14,
  );
