import { expect, it } from "vitest";
import { flowCall } from "#app/services/events/flow-payload.ts";

const reopened = (leftovers: string[], count = leftovers.length) =>
  flowCall({ id: "e1", event: { type: "closing-task-reopened", task: "pay-actions", leftovers, count } });

it("names fifty of what is left, counts all of it, and cuts a name after 200 characters", () => {
  const { handle, payload } = reopened(Array.from({ length: 60 }, (_, index) => `Action ${index}`));
  expect([handle, payload["Number left"], payload["Event ID"]]).toEqual(["closing-task-reopened", 60, "e1"]);
  expect(String(payload.Leftovers).split("; ")).toHaveLength(50);
  expect(reopened(["x".repeat(200)]).payload.Leftovers).toBe("x".repeat(200));
  expect(reopened(["x".repeat(201)]).payload.Leftovers).toBe(`${"x".repeat(199)}…`);
});

it("counts things, not the names that are given of them", () => {
  expect(reopened(["Action 1", "and 122 more"], 123).payload["Number left"]).toBe(123);
  // One written before there was a count.
  const event = { type: "closing-task-reopened", task: "pay-actions", leftovers: ["and 2 more"] } as const;
  const { payload } = flowCall({ id: "e1", event: { ...event, leftovers: [...event.leftovers] } });
  expect(payload).not.toHaveProperty("Number left");
});

it("gives an amount as a number, and leaves out what is not known", () => {
  const charge = (currency: string, on: string | null) =>
    flowCall({
      id: "e2",
      event: { type: "next-charge-changed", amount: { minor: 3_050, currency }, on },
    }).payload;
  expect(charge("USD", "2026-07-01")).toEqual({
    "Event ID": "e2",
    Currency: "USD",
    Amount: 30.5,
    "Charge date": "2026-07-01",
  });
  expect(charge("THB", null)).toEqual({ "Event ID": "e2", Currency: "THB" });
});

it("names a request, what it has come to and when", () => {
  const event = {
    type: "closing-request-status-changed",
    reference: "SET-7KQ2-M9XD",
    state: "sent",
    at: "2026-06-21T09:00:00Z",
  } as const;
  expect(flowCall({ id: "e3", event })).toEqual({
    handle: "closing-request-status-changed",
    payload: {
      "Event ID": "e3",
      Reference: "SET-7KQ2-M9XD",
      Status: "sent",
      "Changed at": "2026-06-21T09:00:00Z",
    },
  });
});
