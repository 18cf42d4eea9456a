import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { amountAxis, axisRoom } from "#app/components/chart/amount-axis.ts";
import { dayAxis } from "#app/components/chart/day-axis.ts";
import { TodayLine } from "#app/components/chart/marks.tsx";
import { nearestSpot, pointAfterKey } from "#app/components/chart/nearest-spot.ts";
import { boxesAlong, placeLabels, tickBoxes } from "#app/components/chart/place-labels.ts";
import { stepPath } from "#app/components/chart/step-path.ts";

const text = (value: number) => `€${value}`;

describe("the axis of amounts", () => {
  it.each([
    { highest: 140.61, ticks: ["0", "€50", "€100", "€150"] },
    { highest: 30, ticks: ["0", "€10", "€20", "€30"] },
    { highest: 75, ticks: ["0", "€25", "€50", "€75"] },
    { highest: 105, ticks: ["0", "€50", "€100", "€150"] },
    { highest: 0, ticks: ["0", "€0.5", "€1"] },
  ])("goes in round steps up to $highest at least", ({ highest, ticks }) => {
    const axis = amountAxis({ highest, top: 46, bottom: 162, text });
    expect(axis.ticks.map((tick) => tick.text)).toEqual(ticks);
    expect(axis.y(0)).toBe(162);
    expect(axis.y(highest)).toBeGreaterThanOrEqual(46);
  });

  // 853.00 under a last gridline of 1,000 would leave a seventh of the picture empty.
  it("ends at the highest amount, above its last gridline, where it is open", () => {
    const axis = amountAxis({ highest: 853, top: 46, bottom: 162, count: 5, open: true, text });
    expect(axis.ticks.map((tick) => tick.text)).toEqual(["0", "€200", "€400", "€600", "€800"]);
    expect(axis.y(853)).toBe(46);
    const none = amountAxis({ highest: 0, top: 46, bottom: 162, count: 5, open: true, text });
    expect(none.y(0)).toBe(162);
  });

  it("leaves room for an amount of twelve digits", () => {
    expect(axisRoom(150, text)).toBe(44);
    expect(axisRoom(300_000_000_000, text)).toBeGreaterThan(90);
  });
});

describe("the axis of days", () => {
  const june = { from: "2026-06-01", to: "2026-08-04", left: 44, right: 906 };

  it("labels each first and fifteenth, and only the firsts where it is narrow", () => {
    expect(dayAxis({ ...june, sparse: false }).marks).toEqual([
      "2026-06-01",
      "2026-06-15",
      "2026-07-01",
      "2026-07-15",
      "2026-08-01",
    ]);
    expect(dayAxis({ ...june, sparse: true }).marks).toEqual(["2026-06-01", "2026-07-01", "2026-08-01"]);
  });

  it("gives each day the same room, the last one too", () => {
    const { x, step } = dayAxis({ ...june, sparse: false });
    expect(x("2026-06-01")).toBe(44);
    expect(x("2026-08-04") + step).toBeCloseTo(906);
  });
});

describe("labels", () => {
  it("are shortened, and at last left out, where another one lies", () => {
    const at = (x: number, ...texts: string[]) => ({ x, y: 40, texts, anchor: "start" as const });
    const placed = placeLabels(
      [at(10, "about €140.61 fee"), at(90, "€123.86 fee"), at(140, "€96.83 with the May fee", "€96.83")],
      200,
    );
    expect(placed.map((label) => label.text)).toEqual(["about €140.61 fee", "€96.83"]);
  });

  const label = { x: 190, y: 60, texts: ["etwa 347,52 € am 25. Feb.", "347,52 €"], anchor: "end" as const };

  it("move off a line to the next free place at their mark", () => {
    // A step that rises through where the label would stand, and one that leaves room only under it.
    const rising = boxesAlong([
      [40, 70],
      [80, 70],
      [80, 52],
      [190, 52],
    ]);
    const [placed] = placeLabels([label], 300, [], { boxes: rising, floor: 200 });
    expect(placed).toMatchObject({ text: "etwa 347,52 € am 25. Feb.", y: 46, anchor: "end" });
    const above = boxesAlong([
      [0, 20],
      [190, 20],
      [190, 40],
      [0, 40],
      [0, 60],
      [300, 60],
    ]);
    expect(placeLabels([label], 300, [], { boxes: above, floor: 200 })).toMatchObject([{ y: 94 }]);
  });

  it("follow a slope, and stay clear of it", () => {
    const slope = boxesAlong([
      [0, 0],
      [150, 150],
    ]);
    const [placed] = placeLabels([label], 400, [], { boxes: slope, floor: 200 });
    // The text ends at 190 and begins left of the slope at its height: its mark's other side is free.
    expect(placed).toMatchObject({ x: 202, anchor: "start", y: 60 });
  });

  it("are as short as they can be where every place lies on a line", () => {
    const everywhere = boxesAlong([
      [0, 0],
      [300, 0],
    ]).map((box) => ({ ...box, bottom: 300 }));
    expect(placeLabels([label], 300, [], { boxes: everywhere, floor: 200 })).toMatchObject([
      { text: "347,52 €", x: 190, y: 60, anchor: "end" },
    ]);
  });
});

describe("a label", () => {
  const everywhere = { boxes: [{ left: 0, right: 300, top: 0, bottom: 300 }], floor: 200 };
  const name = { x: 190, y: 60, texts: ["All contracts end today"], anchor: "end" as const };

  it("is left to the legend where its words would lie on a line", () => {
    expect(placeLabels([{ ...name, inLegend: true }], 300, [], everywhere)).toEqual([]);
  });

  it("goes to another place along its line", () => {
    const lines = { boxes: [{ left: 0, right: 195, top: 0, bottom: 300 }], floor: 200 };
    const others = [
      { x: 200, y: 204, anchor: "start" as const },
      { x: 200, y: 120, anchor: "start" as const },
    ];
    expect(placeLabels([{ ...name, texts: ["Ends today"], others }], 300, [], lines)).toMatchObject([
      { x: 202, y: 60, text: "Ends today" },
    ]);
    const full = { boxes: [...lines.boxes, { left: 0, right: 300, top: 0, bottom: 100 }], floor: 200 };
    expect(placeLabels([{ ...name, texts: ["Ends today"], others }], 300, [], full)).toMatchObject([
      { x: 200, y: 120, anchor: "start" },
    ]);
  });

  it("keeps apart from one that ends where it would begin", () => {
    const [ends, begins] = ["All contracts end today", "Cheapest: Jun 3 to 30"];
    const at = (text: string, anchor: "start" | "end") => ({ x: 190, y: 60, texts: [text], anchor });
    expect(placeLabels([at(begins, "start"), at(ends, "end")], 400)).toHaveLength(1);
    expect(placeLabels([at(begins, "start"), { ...at(ends, "end"), x: 180 }], 400)).toHaveLength(2);
  });

  it("stands on its line's own side, shortened, rather than beside another line", () => {
    // Between this line at 40 and another one at 100 the long name has room, above it only the short one.
    const lines = {
      boxes: boxesAlong([
        [0, 40],
        [300, 40],
        [300, 100],
        [0, 100],
      ]),
      floor: 200,
    };
    const run = { x: 290, y: 66, texts: ["Contracts keep running", "Contracts run"], anchor: "end" as const };
    const others = [{ x: 120, y: 32, anchor: "end" as const }];
    expect(placeLabels([{ ...run, others }], 320, [], lines)).toMatchObject([{ y: 66, text: run.texts[0] }]);
    expect(placeLabels([{ ...run, others, first: true }], 320, [], lines)).toMatchObject([
      { y: 32, text: "Contracts run" },
    ]);
  });

  it("does not lie on the amounts of the axis", () => {
    const axis = amountAxis({ highest: 150, top: 46, bottom: 162, text });
    const fee = { x: 70, y: axis.y(100), texts: ["€96.83 fee"], anchor: "middle" as const };
    const lines = { boxes: [{ left: 66, right: 74, top: axis.y(100) + 9, bottom: 162 }], floor: 158 };
    const [placed] = placeLabels([fee], 358, tickBoxes(axis, 58), lines);
    expect(placed?.y).toBeCloseTo(70.7, 1);
  });
});

describe("a line of money", () => {
  it("moves in steps", () => {
    expect(
      stepPath([
        [0, 10],
        [5, 20],
        [9, 20],
      ]),
    ).toBe("M0,10L5,10L5,20L9,20L9,20");
  });
});

describe("the points of a chart", () => {
  it("are found by where somebody points and walked by keys", () => {
    const spots = [0, 10, 20].map((x) => ({ x, width: 10, top: 0, bottom: 50 }));
    expect([
      nearestSpot(spots, -3),
      nearestSpot(spots, 14),
      nearestSpot(spots, 99),
      nearestSpot([], 1),
    ]).toEqual([0, 1, 2, null]);
    expect([
      pointAfterKey("ArrowRight", 1, 3),
      pointAfterKey("ArrowRight", 2, 3),
      pointAfterKey("ArrowLeft", 0, 3),
      pointAfterKey("Home", 2, 3),
      pointAfterKey("End", 0, 3),
      pointAfterKey("Escape", 1, 3),
      pointAfterKey("Tab", 1, 3),
    ]).toEqual([2, 2, 0, 0, 2, null, undefined]);
  });
});

describe("the line of today", () => {
  const drawn = (x: number) => {
    const area = { left: 44, right: 906, top: 46, bottom: 162 };
    const line = createElement(TodayLine, { x, area, today: "Today, May 12", expected: "Expected" });
    const texts = renderToStaticMarkup(line).matchAll(
      /<text[^>]* x="([\d.]+)"[^>]*?(text-anchor="(\w+)")?>([^<]+)/g,
    );
    return [...texts].map(([, at, , anchor, text]) => [Number(at), anchor ?? "start", text]);
  };

  it("has its name on the left, and what is expected on the right", () => {
    expect(drawn(500)).toEqual([
      [494, "end", "Today, May 12"],
      [506, "start", "Expected"],
    ]);
  });

  // On the day of sign-up the picture began at its left edge, and "day, May 12" was all that could be read.
  it("has both on the right where the name would leave the picture", () => {
    const [today, expected] = drawn(60);
    expect(today).toEqual([66, "start", "Today, May 12"]);
    expect(Number(expected?.[0])).toBeGreaterThan(150);
  });
});
