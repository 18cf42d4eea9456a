import { expect, it } from "vitest";
import { ticketKey } from "#app/services/requests/ticket-key.ts";

it("is the same for a request for ever, so that its ticket is found again, and another for another request", () => {
  expect(ticketKey("request-1")).toBe("b4ec003be50d6473bf108b4af93af27f3f4205ec");
  expect(ticketKey("request-2")).not.toBe(ticketKey("request-1"));
});
