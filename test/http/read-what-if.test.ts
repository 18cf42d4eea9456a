import { describe, expect, it } from "vitest";
import { readWhatIf } from "#app/http/read-what-if.ts";
import { date } from "#test/factories/account.ts";

const read = (address: string, currency = "USD") =>
  readWhatIf(new URLSearchParams(address), { today: date("2026-07-02"), currency });

describe("what is tried out, read from the address", () => {
  it("is a change, an amount as people type it, and two days", () => {
    expect(read("change=-30&revenue=2,000.50&contracts=2026-07-31&close=2027-02-26").tried).toEqual({
      revenueChange: -30,
      revenueAMonth: "2000.50",
      contractsEnd: date("2026-07-31"),
      close: date("2027-02-26"),
    });
  });

  it.each(["", "change=0", "other=1"])("is nothing in '%s'", (address) => {
    expect(read(address)).toMatchObject({ tried: null, errors: {} });
  });

  it.each([
    ["change=-31", "change", "whatIf.error.change"],
    ["revenue=two", "revenue", "whatIf.error.revenue"],
    ["contracts=2026-07-01", "contracts", "whatIf.error.day"],
    ["close=2026-02-30", "close", "whatIf.error.day"],
  ])("keeps what cannot be read in '%s' as it was typed, and says why", (address, field, message) => {
    const { fields, tried, errors } = read(
      `${address}&change=10`.replace("&change=10", field === "change" ? "" : "&change=10"),
    );
    expect(tried).toBeNull();
    expect(errors).toEqual({ [field]: message });
    expect(fields[field as "change"]).toBe(address.split("=")[1]);
  });
});
