import { expect, it } from "vitest";
import { reportAddresses } from "#app/domain/mail/report-address.ts";

it.each([
  // [the field of a report, the addresses it may mean]
  ["rfc822; owner@acme.example", ["owner@acme.example"]],
  ["  RFC822 ;owner@acme.example", ["owner@acme.example"]],
  ["owner@acme.example", ["owner@acme.example"]],
  ["rfc822; Owner\n <owner@acme.example>", ["owner@acme.example"]],
  // Escapes of RFC 6533: the name of a mailbox in Chinese, and one beyond what there is.
  ["utf-8; \\x{4E2D}@acme.example", ["中@acme.example"]],
  ["utf-8; a\\x{110000}b@acme.example", ["ab@acme.example"]],
  ["utf-8; a\\x{10ffff}b@acme.example", ["a\u{10ffff}b@acme.example"]],
  // Escapes of RFC 3461, which some servers leave in: both spellings.
  ["rfc822; owner+2Bshop@acme.example", ["owner+2Bshop@acme.example", "owner+shop@acme.example"]],
  ["rfc822; owner+shop@acme.example", ["owner+shop@acme.example"]],
  // What names no mailbox of the internet.
  ["X400; owner@acme.example", []],
  ["x500; owner@acme.example", []],
  ["ex; owner@acme.example", []],
  ["notes; owner@acme.example", []],
  ["fax; owner@acme.example", []],
  ["rfc822;", []],
  ["", []],
])("%j means %j", (field, addresses) => {
  expect(reportAddresses(field)).toEqual(addresses);
});

it("is looked at up to 4,096 characters", () => {
  expect(reportAddresses("rfc822; a@x.example".padEnd(4_096))).toEqual(["a@x.example"]);
  expect(reportAddresses("rfc822; a@x.example".padEnd(4_097))).toEqual([]);
});
