import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type RequestState, type RequestTrigger, requestClock } from "#app/domain/index.ts";

const on = (iso: string) => Temporal.PlainDate.from(iso);
const row = (iso: string, trigger: RequestTrigger, toState: RequestState) => ({
  trigger,
  toState,
  on: on(iso),
});
const sent = row("2026-06-08", "channel-accepted", "sent");
const followUp = (iso: string) => row(iso, "told-follow-up", "sent");
const closed = row("2026-07-01", "told-closed", "closed");

describe("follow-ups", () => {
  it("are not due on the third business day itself", () => {
    expect(requestClock("sent", [sent], on("2026-06-11"))).toMatchObject({
      nextOn: "2026-06-11",
      followUp: null,
    });
  });

  it("are due the day after the third business day, which is then no day to come any more", () => {
    expect(requestClock("sent", [sent], on("2026-06-12"))).toMatchObject({
      nextOn: null,
      followUp: 3,
      overdueSince: "2026-06-11",
    });
  });

  it("count the days that have really gone by while nobody sends one", () => {
    const waited = (day: string) => requestClock("sent", [sent], on(day)).waited;
    expect([waited("2026-06-11"), waited("2026-06-12")]).toEqual([null, 3]);
    // From Monday 8 June: 9, 10, 11, 12, 15, 17 and 18 June are over on the 19th; the 16th is a public holiday in South Africa.
    expect(waited("2026-06-19")).toBe(7);
    expect(requestClock("sent", [sent], on("2026-06-19"))).toMatchObject({
      followUp: 3,
      overdueSince: "2026-06-11",
    });
  });

  it("end when the help desk calls the ticket solved, and the merchant is asked what happened", () => {
    const solved = [sent, row("2026-06-09", "desk-solved", "sent")];
    expect(requestClock("sent", solved, on("2026-06-30"))).toMatchObject({
      nextOn: null,
      followUp: null,
      solved: true,
    });
    const replied = [...solved, row("2026-06-10", "told-reply", "acknowledged")];
    expect(requestClock("acknowledged", replied, on("2026-06-11")).solved).toBe(false);
  });

  it("wait for the seventh and the fourteenth business day once the earlier one was sent, past a holiday", () => {
    const once = [sent, followUp("2026-06-12")];
    // From the follow-up of Friday 12 June on (D23); 16 June is a public holiday in South Africa, 19 June in the US.
    expect(requestClock("sent", once, on("2026-06-25"))).toMatchObject({
      nextOn: "2026-06-25",
      followUp: null,
    });
    expect(requestClock("sent", once, on("2026-06-26"))).toMatchObject({ followUp: 7 });
    const twice = [...once, followUp("2026-06-26")];
    expect(requestClock("sent", twice, on("2026-06-26")).nextOn).toBe("2026-07-17");
    expect(requestClock("sent", [...twice, followUp("2026-07-01")], on("2026-08-01"))).toMatchObject({
      nextOn: null,
      followUp: null,
    });
  });

  it("begin anew when impact.com has answered", () => {
    const replied = [sent, followUp("2026-06-12"), row("2026-06-15", "told-reply", "acknowledged")];
    expect(requestClock("acknowledged", replied, on("2026-06-16"))).toMatchObject({
      nextOn: "2026-06-22",
      followUp: null,
    });
  });

  // The wait begins anew with whatever impact.com says or gets: 15 June + 3 business days, past 16 and 19 June.
  it.each<[RequestTrigger, RequestState]>([
    ["channel-accepted", "sent"],
    ["told-handed-over", "handed-over"],
    ["told-ticket-number", "acknowledged"],
    ["desk-acknowledged", "acknowledged"],
    ["told-answered", "acknowledged"],
    ["told-not-closed", "acknowledged"],
  ])("count from the last sign of life: %s", (trigger, state) => {
    const history = [sent, followUp("2026-06-12"), row("2026-06-15", trigger, state)];
    expect(requestClock(state, history, on("2026-06-16"))).toMatchObject({
      nextOn: "2026-06-22",
      followUp: null,
    });
  });

  it("stop while impact.com waits for the merchant", () => {
    expect(requestClock("needs-something", [sent], on("2026-08-01")).followUp).toBeNull();
  });
});

describe("after closing", () => {
  it("the refund is late after ten business days", () => {
    // 3 July 2026 is the US holiday observed for 4 July.
    expect(requestClock("closed", [sent, closed], on("2026-07-16"))).toMatchObject({
      refundBy: "2026-07-16",
      refundLate: false,
      nextOn: "2026-07-16",
    });
    expect(requestClock("closed", [sent, closed], on("2026-07-17"))).toMatchObject({ refundLate: true });
  });

  it("the clock of the refund stops when it has come", () => {
    const refunded = [sent, closed, row("2026-07-10", "told-refunded", "refund-received")];
    expect(requestClock("refund-received", refunded, on("2026-08-30"))).toMatchObject({
      refundBy: null,
      refundLate: false,
    });
  });

  it("another charge is asked about after the refund has come, too", () => {
    const refunded = [sent, closed, row("2026-07-10", "told-refunded", "refund-received")];
    expect(requestClock("refund-received", refunded, on("2026-07-11"))).toMatchObject({
      nextOn: "2026-08-05",
      askChargeOn: "2026-08-05",
    });
  });

  it("a closing that was answered by another charge starts its clock with the second closing", () => {
    const again = [
      sent,
      closed,
      row("2026-07-05", "told-no-charge", "closed"),
      row("2026-07-10", "told-not-closed", "acknowledged"),
      row("2026-07-20", "told-closed", "closed"),
    ];
    expect(requestClock("acknowledged", again.slice(0, 4), on("2026-07-21")).askChargeOn).toBeNull();
    expect(requestClock("closed", again, on("2026-07-21"))).toMatchObject({
      askChargeOn: "2026-08-24",
      refundBy: "2026-08-03",
    });
  });

  it("once the refund is late the next day to look at is the question's, and none when that is answered", () => {
    expect(requestClock("closed", [sent, closed], on("2026-07-17")).nextOn).toBe("2026-08-05");
    const answered = [sent, closed, row("2026-07-16", "told-no-charge", "closed")];
    expect(requestClock("closed", answered, on("2026-07-17")).nextOn).toBeNull();
  });

  it("another charge is asked about from day 35 until the answer", () => {
    expect(requestClock("closed", [sent, closed], on("2026-08-04")).askChargeNow).toBe(false);
    expect(requestClock("closed", [sent, closed], on("2026-08-05")).askChargeNow).toBe(true);
    const answered = [sent, closed, row("2026-08-05", "told-no-charge", "closed")];
    expect(requestClock("closed", answered, on("2026-08-06"))).toMatchObject({
      askChargeNow: false,
      askChargeOn: null,
    });
  });

  it("another charge has its own line until it is settled, and is asked about no more", () => {
    const charged = [sent, closed, row("2026-08-05", "told-charged", "closed")];
    expect(requestClock("closed", charged, on("2026-08-06"))).toMatchObject({
      ...{ chargedAgain: true, askChargeNow: false, askChargeOn: null },
    });
    const settled = [...charged, row("2026-08-20", "told-charge-settled", "closed")];
    expect(requestClock("closed", settled, on("2026-08-21")).chargedAgain).toBe(false);
  });

  it("nothing is asked about money where impact.com charged none", () => {
    expect(requestClock("closed", [sent, closed], on("2026-08-05"), "partner-ticket")).toEqual({
      nextOn: null,
      followUp: null,
      overdueSince: null,
      waited: null,
      solved: false,
      refundBy: null,
      refundLate: false,
      askChargeOn: null,
      askChargeNow: false,
      chargedAgain: false,
    });
    expect(requestClock("sent", [sent], on("2026-06-12"), "partner-ticket")).toMatchObject({ followUp: 3 });
  });

  it("no day is named for the refund of a brand account that is no Starter: no help page gives one (S1)", () => {
    expect(requestClock("closed", [sent, closed], on("2026-07-17"), "brand-ticket")).toEqual({
      nextOn: "2026-08-05",
      followUp: null,
      overdueSince: null,
      waited: null,
      solved: false,
      refundBy: null,
      refundLate: false,
      askChargeOn: "2026-08-05",
      askChargeNow: false,
      chargedAgain: false,
    });
  });
});
