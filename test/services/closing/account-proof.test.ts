import { describe, expect, it } from "vitest";
import { accountProof, withProof } from "#app/services/closing/account-proof.server.ts";
import { at } from "#test/factories/rows.ts";

const connection = { accountSid: "IRmine", connectedAt: at("2026-05-12T13:10:00Z") };
const checkedAt = at("2026-06-21T09:05:00Z");
const NAMED = "Settled: only the merchant names this account. No API token has proved that it is theirs.";

describe("what a ticket says of whose account it is", () => {
  it("is that a token proved it, and when it was checked last", () => {
    expect(accountProof({ checkedAt }, connection, ["IRmine"])).toBe(
      "Settled: an API token proved account IRmine, last on Jun 21, 2026, 9:05 AM (UTC).",
    );
  });

  it("is the day of the connection while nothing was checked since", () => {
    expect(accountProof({ checkedAt: null }, connection, ["IRmine"])).toBe(
      "Settled: an API token proved account IRmine, last on May 12, 2026, 1:10 PM (UTC).",
    );
  });

  it("tells the proved account apart from those that are only named, wherever it stands", () => {
    expect(accountProof({ checkedAt }, connection, ["IRother", "IRmine", "IRthird"])).toBe(
      "Settled: an API token proved account IRmine, last on Jun 21, 2026, 9:05 AM (UTC). Only the merchant names 2 other accounts.",
    );
  });

  it("claims no proof for another account than the connected one, nor without a connection", () => {
    expect(accountProof({ checkedAt }, connection, ["IRother"])).toBe(NAMED);
    expect(accountProof({ checkedAt }, null, ["IRmine"])).toBe(NAMED);
  });

  it("stands above the merchant's text, where nothing of theirs can come before it", () => {
    expect(withProof("Please close it.", "Settled: proved.")).toBe(
      "Settled: proved.\n\n---\n\nPlease close it.",
    );
  });
});
