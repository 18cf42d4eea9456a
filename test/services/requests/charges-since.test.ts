import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { chargesSince } from "#app/services/requests/charges-since.ts";
import { anAccount } from "#test/factories/account.ts";
import { at } from "#test/factories/rows.ts";

type View = Parameters<typeof chargesSince>[0];

/** S3's account, whose card paid 75.00 on 30 May and 30.00 on 1 July 2026. */
function aView(today: string, change: Partial<View> = {}): View {
  const account = anAccount();
  const signedUpOn = Temporal.PlainDate.from("2026-05-12");
  return {
    assembled: { outcome: "ready", account, totals: null, signedUpOn, stored: null },
    today: Temporal.PlainDate.from(today),
    timeZone: "America/New_York",
    currency: "USD",
    kind: "brand",
    otherAccount: null,
    ...change,
  };
}

describe("what the card was charged since a request went out", () => {
  it("is every later day on which it paid, today among them, and no other", () => {
    const since = (iso: string) => chargesSince(aView("2026-07-02"), at(iso));
    expect(since("2026-05-13T12:00:00Z")).toEqual({
      currency: "USD",
      rows: [
        { date: "2026-05-30", amount: "75.00" },
        { date: "2026-07-01", amount: "30.00" },
      ],
    });
    // Of the day itself nobody knows whether it was before: a bank is told no charge that may be an older one (D25).
    expect(since("2026-05-30T04:00:00Z").rows.map(({ date }) => date)).toEqual(["2026-07-01"]);
    // Eight in the evening of 29 May in New York is that day still.
    expect(since("2026-05-30T00:00:00Z").rows.map(({ date }) => date)).toEqual(["2026-05-30", "2026-07-01"]);
    expect(chargesSince(aView("2026-07-01"), at("2026-07-01T12:00:00Z")).rows).toEqual([]);
    expect(chargesSince(aView("2026-07-01"), at("2026-06-30T12:00:00Z")).rows).toEqual([
      { date: "2026-07-01", amount: "30.00" },
    ]);
  });

  it("is nothing of a day that is still to come", () => {
    expect(chargesSince(aView("2026-07-01"), at("2026-07-02T12:00:00Z"))).toEqual({
      currency: "USD",
      rows: [],
    });
  });

  it("is not known without a balance, of an account without a fee, or before the key facts are told", () => {
    const nothing = { currency: "USD", rows: [] };
    const since = at("2026-05-13T12:00:00Z");
    const { assembled } = aView("2026-07-02");
    if (assembled.outcome !== "ready") throw new Error("It is ready.");
    const account = anAccount({ fundingBalance: null });
    expect(chargesSince(aView("2026-07-02", { assembled: { ...assembled, account } }), since)).toEqual(
      nothing,
    );
    expect(chargesSince(aView("2026-07-02", { kind: "partner" }), since)).toEqual(nothing);
    expect(chargesSince(aView("2026-07-02", { assembled: { outcome: "agency" } }), since)).toEqual(nothing);
  });
});
