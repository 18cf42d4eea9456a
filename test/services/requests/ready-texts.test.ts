import { expect, it } from "vitest";
import { readyTexts } from "#app/services/requests/ready-texts.server.ts";
import { aClosing, at } from "#test/factories/rows.ts";

it("a text for impact.com names the day of the request as the pages do, in the account's zone", () => {
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
  // Nine in the evening of Sunday in New York; on Monday in Berlin.
  const request = aClosing({ state: "sent", createdAt: at("2026-06-22T01:00:00Z") });
  const textIn = (timeZone: string) =>
    readyTexts({ request, clock, ticketNumber: null, timeZone }).followUp ?? "";
  expect(textIn("America/New_York")).toContain("Sun, Jun 21, 2026");
  expect(textIn("Europe/Berlin")).toContain("Mon, Jun 22, 2026");
});
