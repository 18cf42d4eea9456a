import { describe, expect, it } from "vitest";
import { failureVerdict } from "#app/domain/index.ts";

const of = (status: string | null, diagnostic: string | null = null) =>
  failureVerdict({ status, diagnostic });

describe("a failed delivery", () => {
  // RFC 3463 section 3 and the registry of its codes.
  it.each([
    ["5.1.1", "gone"],
    ["5.1.2", "gone"],
    ["5.1.3", "gone"],
    ["5.1.6", "gone"],
    ["5.1.10", "gone"],
    ["5.2.1", "gone"],
    ["5.4.4", "gone"],
    ["5.1.7", "sender"],
    ["5.1.8", "sender"],
    ["5.6.1", "sender"],
    ["5.7.1", "sender"],
    ["5.0.0", "soft"],
    ["5.1.0", "soft"],
    ["5.2.2", "soft"],
    ["5.2.3", "soft"],
    ["5.3.4", "soft"],
    ["5.4.1", "soft"],
    ["5.4.7", "soft"],
    ["5.9.9", "soft"],
    ["4.1.1", "soft"],
    ["4.4.7", "soft"],
    ["nonsense", "soft"],
    ["", "soft"],
  ])("with status %s alone is %s", (status, verdict) => {
    expect(of(status)).toBe(verdict);
  });

  it.each([
    ["5.0.0", "smtp; 550 5.1.1 whatever it says", "gone"],
    ["5.0.0", "smtp; 552 5.2.2 mailbox full", "soft"],
    ["5.0.0", "smtp; 550 Ip frequency limited", "sender"],
    ["5.0.0", "smtp; 550 user unknown", "gone"],
    ["5.0.0", "smtp; 550 no reason given", "soft"],
    ["5.5.0", "smtp;550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)", "gone"],
    ["5.1.0", "smtp; 550 5.1.0 sender rejected", "sender"],
    ["5.1.1", "smtp; 550 5.7.1 Blocked, see the block list", "sender"],
    ["5.1.1", "smtp; 550 5.1.1 mailbox is full", "soft"],
    ["5.0.0", "smtp; 450 user unknown", "soft"],
    ["5.4.1", "smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "gone"],
    ["5.7.1", "smtp; 554 5.7.1 <a@b.example>: Recipient address rejected: Access denied", "sender"],
    [null, "smtp; 550 5.1.1 user unknown at 5.1.2.3", "gone"],
    // Shops have names, and servers repeat them.
    ["5.1.1", "smtp; 550 5.1.1 <owner@loop-earplugs.example>: User unknown", "gone"],
    ["5.1.1", "smtp;550 5.1.1 rfc822;spam@policy.example user unknown", "gone"],
    ["5.4.4", "X-Postfix; Host not found. Name service error for name=quota.example type=A", "gone"],
    ["5.1.1", "smtp; 550 5.1.1 <user-unknown@acme.example> mail loop", "soft"],

    [null, "smtp; 550 user unknown:<owner@acme.example>", "gone"],
    [null, "smtp; 550 user  unknown", "gone"],
    // One code that speaks against it is enough, and a code says more than the reply before it.
    ["5.1.1", "smtp; 450 4.2.1 try again later", "soft"],
    ["5.1.1", "smtp; 450 5.1.1 user unknown", "gone"],
    ["5.1.1", "smtp; 550 5.9.9 whatever", "soft"],
    ["5.1.1", "smtp; 550 5.12.1 whatever", "soft"],
    ["5.1.8", "smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "sender"],
    [null, "smtp;550 Recipient address rejected: Access denied. AS(201806281)", "sender"],
    [null, "smtp; 550 refused by postfix/5.1.1", "soft"],
    [null, "X-Postfix; connect to mx[5.2.1.1]: refused", "soft"],
    [null, null, "soft"],
  ])("with status %s and “%s” is %s", (status, diagnostic, verdict) => {
    expect(of(status, diagnostic)).toBe(verdict);
  });

  it("is read only at its beginning, however long what a server says", () => {
    expect(of(`${" ".repeat(10_000)}5.1.1`)).toBe("soft");
    expect(of(null, `smtp; 550 ${"x ".repeat(10_000)} user unknown`)).toBe("soft");
  });
});
