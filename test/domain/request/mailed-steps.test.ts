import { expect, it } from "vitest";
import { mailedStep, REQUEST_TRIGGERS } from "#app/domain/index.ts";

it("the merchant hears by mail of what happened without them, and of every end (E4); never of their own notes", () => {
  const mailed = REQUEST_TRIGGERS.filter((trigger) => mailedStep(trigger) !== null);
  expect(mailed).toEqual([
    "delivery-gave-up",
    "desk-acknowledged",
    "desk-waits",
    "desk-resumed",
    "desk-solved",
    "told-closed",
    "told-rejected",
    "told-withdrawn",
  ]);
  expect(mailedStep("desk-waits")).toBe("desk-waits");
  expect(mailedStep("told-follow-up")).toBeNull();
});
