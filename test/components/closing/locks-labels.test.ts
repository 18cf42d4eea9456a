import { describe, expect, it } from "vitest";
import { ringLabels } from "#app/components/closing/locks-labels.ts";

const room = { left: 0, right: 400, floor: 140, storeys: 2 };

describe("the words over the rings of late actions", () => {
  it("stand right over their ring, the sum over the day", () => {
    expect(ringLabels([{ x: 200, lines: ["€7.54", "Feb 25"] }], room)).toEqual([
      { x: 200, top: 125, lines: ["€7.54", "Feb 25"] },
    ]);
  });

  it("go a storey higher where the neighbour, which matters more, has the place", () => {
    const [last, before] = ringLabels(
      [
        { x: 200, lines: ["€12.32", "Feb 1"] },
        { x: 190, lines: ["€6.17", "Jan 27"] },
      ],
      room,
    );
    expect(last).toMatchObject({ x: 200, top: 125 });
    expect(before).toMatchObject({ x: 190, top: 91 });
  });

  it("are left to the pointer where there is no place", () => {
    const three = ["Feb 1", "Jan 27", "Jan 25"].map((day, at) => ({
      x: 200 - at * 5,
      lines: ["€6.17", day],
    }));
    expect(ringLabels(three, room)).toHaveLength(2);
    expect(ringLabels(three, { ...room, storeys: 1 })).toHaveLength(1);
  });

  it("never leave the picture, nor run into the bars before them", () => {
    const [right, left] = ringLabels(
      [
        { x: 398, lines: ["€7.54", "Feb 25"] },
        { x: 2, lines: ["€7.54", "Feb 25"] },
      ],
      room,
    );
    expect(right?.x).toBeLessThan(385);
    expect(left?.x).toBeGreaterThan(15);
  });
});
