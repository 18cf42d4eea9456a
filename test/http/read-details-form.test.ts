import { describe, expect, it } from "vitest";
import { readDetailsForm } from "#app/http/read-details-form.ts";

const read = (most: "one" | "many", accounts: string) => {
  const data = new FormData();
  data.set("accounts", accounts);
  return readDetailsForm(data, most);
};

describe("the accounts of a request", () => {
  it("may be left empty", () => {
    expect(read("many", " \n ")).toEqual({ outcome: "read", facts: { closingAccounts: [] } });
  });

  it("may be any number, however they are parted, each once", () => {
    expect(read("many", "IRpartner0001\r\nIRmember0002, IRpartner0001；12345678")).toEqual({
      outcome: "read",
      facts: { closingAccounts: ["IRpartner0001", "IRmember0002", "12345678"] },
    });
  });

  it.each<[string, "one" | "many", string, string]>([
    ["a text that is no Account SID", "many", "IRpartner0001\nAcme, Inc.", "details.error.sid"],
    ["what looks like a token", "one", "a_token-with-signs", "details.error.sid"],
    ["a second brand account", "one", "IRpartner0001 IRmember0002", "details.error.one"],
    [
      "more accounts than anybody reads",
      "many",
      Array.from({ length: 51 }, (_, index) => `IRpartner${index}`).join("\n"),
      "details.error.many",
    ],
  ])("are refused when there is %s, and it is said so", (_, most, accounts, message) => {
    expect(read(most, accounts)).toMatchObject({ outcome: "rejected", problem: { message } });
  });
});
