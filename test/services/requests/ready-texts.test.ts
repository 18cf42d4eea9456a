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

it("a text for impact.com names the day a channel took the request, and the ticket where there is one", () => {
  const request = aClosing({ state: "sent", reference: "SET-7KQ2-M9XD" });
  const events = [
    aClosingEvent(),
    aClosingEvent({ trigger: "channel-accepted", toState: "sent", at: at("2026-06-23T14:00:00Z") }),
  ];
  const textsWith = (ticketNumber: string | null) =>
    readyTexts({ request, events, clock, ticketNumber, timeZone: "UTC" });
  expect(textsWith("4711").withdraw).toContain(
    "On Tue, Jun 23, 2026 I asked you to close my account (my reference SET-7KQ2-M9XD, your ticket: 4711).",
  );
  expect(textsWith(null).withdraw).toContain("(my reference SET-7KQ2-M9XD).");
});

it("a request that nobody has yet needs no text to be withdrawn by", () => {
  const withdraw = (state: "draft" | "ready" | "sent") =>
    readyTexts({
      ...{ request: aClosing({ state }), events: [], clock, ticketNumber: null, timeZone: "UTC" },
    }).withdraw;
  expect([withdraw("draft"), withdraw("ready")]).toEqual([null, null]);
  expect(withdraw("sent")).toContain("I withdraw this request.");
});

it("charges since a request are disputed one by one, with impact.com and with the bank, while nobody confirmed (D25)", () => {
  const charges = {
    currency: "USD",
    rows: [
      { date: "2026-06-25", amount: "75.00" },
      { date: "2026-07-01", amount: "30.00" },
    ],
    locale: "de" as const,
  };
  const textsOf = (state: "sent" | "closed", given: typeof charges | undefined) => {
    const request = aClosing({ state, reference: "SET-7KQ2-M9XD" });
    const { dispute, bank } = readyTexts({
      ...{ request, events: [], clock, ticketNumber: null, timeZone: "UTC", charges: given },
    });
    return { dispute, bank };
  };
  const { dispute, bank } = textsOf("sent", charges);
  expect(dispute).toContain("- Thu, Jun 25, 2026: $75.00\n- Wed, Jul 1, 2026: $30.00\n");
  expect(bank?.lang).toBe("de");
  expect(bank?.text).toContain("SET-7KQ2-M9XD");
  const nothing = { dispute: null, bank: null };
  expect(textsOf("closed", charges)).toEqual(nothing);
  expect(textsOf("sent", { ...charges, rows: [] })).toEqual(nothing);
  expect(textsOf("sent", undefined)).toEqual(nothing);
});
