import { describe, expect, it } from "vitest";
import { readDetailsForm } from "#app/http/read-details-form.ts";
import { date } from "#test/factories/account.ts";

type Accounts = "none" | "one" | "many";
const read = (accounts: Accounts, given: { accounts?: string; wantedOn?: string }) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(given)) data.set(name, value);
  return readDetailsForm(data, { today: date("2026-06-21"), accounts });
};

describe("accounts and date of a request", () => {
  it("may both be left empty", () => {
    expect(read("many", { accounts: " \n ", wantedOn: "" })).toEqual({
      outcome: "read",
      facts: { closingAccounts: [], closingWantedOn: null },
    });
  });

  it("takes any number of accounts, however they are parted, each once", () => {
    expect(
      read("many", { accounts: "IRpartner0001\r\nIRmember0002, IRpartner0001；12345678" }),
    ).toMatchObject({
      outcome: "read",
      facts: { closingAccounts: ["IRpartner0001", "IRmember0002", "12345678"] },
    });
  });

  it.each<[string, Accounts, { accounts?: string; wantedOn?: string }, string]>([
    ["a text that is no Account SID", "many", { accounts: "IRpartner0001\nAcme, Inc." }, "details.error.sid"],
    ["what looks like a token", "one", { accounts: "a_token-with-signs" }, "details.error.sid"],
    ["a second brand account", "one", { accounts: "IRpartner0001 IRmember0002" }, "details.error.one"],
    [
      "more accounts than anybody reads",
      "many",
      { accounts: Array.from({ length: 51 }, (_, index) => `IRpartner${index}`).join("\n") },
      "details.error.many",
    ],
    ["a day that does not exist", "none", { wantedOn: "2026-02-30" }, "details.error.date"],
    ["a day that has passed", "none", { wantedOn: "2026-06-20" }, "details.error.past"],
  ])("refuses %s and says so", (_, accounts, given, message) => {
    expect(read(accounts, given)).toMatchObject({ outcome: "rejected", problems: [{ message }] });
  });

  it("accepts today, and leaves the accounts alone where none is asked for", () => {
    expect(read("none", { accounts: "IRpartner0001", wantedOn: "2026-06-21" })).toEqual({
      outcome: "read",
      facts: { closingWantedOn: "2026-06-21" },
    });
  });
});
