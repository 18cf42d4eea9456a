import { expect, it } from "vitest";
import { readyTexts } from "#app/services/requests/ready-texts.server.ts";
import { aClosing, aClosingEvent, at } from "#test/factories/rows.ts";

const clock = {
  nextOn: null,
  followUp: 3 as const,
  waited: 3,
  overdueSince: "2026-06-24",
  solved: false,
  refundBy: null,
  refundLate: false,
  askChargeOn: null,
  askChargeNow: false,
  chargedAgain: false,
};

it("a text for impact.com names the day of the request as the pages do, in the account's zone", () => {
  // Nine in the evening of Sunday in New York; on Monday in Berlin.
  const request = aClosing({ state: "sent", createdAt: at("2026-06-22T01:00:00Z") });
  const textIn = (timeZone: string) =>
    readyTexts({ request, events: [], clock, ticketNumber: null, timeZone }).followUp ?? "";
  expect(textIn("America/New_York")).toContain("Sun, Jun 21, 2026");
  expect(textIn("Europe/Berlin")).toContain("Mon, Jun 22, 2026");
});

it("a text for impact.com names the day it got the request, not the day on which it was written", () => {
  const request = aClosing({ state: "handed-over", createdAt: at("2026-06-21T09:00:00Z") });
  const events = [
    aClosingEvent(),
    aClosingEvent({ trigger: "told-handed-over", toState: "handed-over", at: at("2026-06-25T14:00:00Z") }),
  ];
  const { followUp } = readyTexts({ request, events, clock, ticketNumber: null, timeZone: "UTC" });
  expect(followUp).toContain("On Thu, Jun 25, 2026 I asked you to close my account");
});

it("an answer is ready only while impact.com waits for one, and names both numbers", () => {
  const reply = (state: "needs-something" | "acknowledged") =>
    readyTexts({
      request: aClosing({ state, reference: "SET-JV3T-N89X" }),
      events: [],
      clock,
      ticketNumber: "4821",
      timeZone: "UTC",
    }).reply;
  expect(reply("needs-something")).toBe(
    "Hello impact.com support,\n\nThis is my answer about closing my account (my reference SET-JV3T-N89X, your ticket: 4821). Please confirm the closing date in writing, and tell me if anything is still missing.\n\nThank you.",
  );
  expect(reply("acknowledged")).toBeNull();
});
