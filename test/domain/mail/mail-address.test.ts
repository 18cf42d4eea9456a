import { describe, expect, it } from "vitest";
import { addressKey, isSameMailbox, oneMailbox } from "#app/domain/index.ts";
import { mailboxesIn } from "#app/domain/mail/mail-address.ts";

describe("a contact field", () => {
  it.each([
    ["owner@acme.example", "owner@acme.example"],
    ["  Owner <owner@acme.example>", "owner@acme.example"],
    ["a@acme.example, b@acme.example", "a@acme.example"],
    ["a@acme.example;b@acme.example", "a@acme.example"],
    ["a@acme.example b@acme.example", "a@acme.example"],
    ["a@acme.example/b@acme.example", "a@acme.example"],
    ["a@acme.example，b@acme.example", "a@acme.example"],
    ['"Doe, Jane <x>" <jane@acme.example>', "jane@acme.example"],
    ['"a b"@acme.example', '"a b"@acme.example'],
    ["jane@acme.example (Jane, owner)", "jane@acme.example"],
    ["owner+shop=1@acme.example", "owner+shop=1@acme.example"],
    ["a..b.@docomo.example", "a..b.@docomo.example"],
    ["用户@例子.example", "用户@例子.example"],
    ["a/b=c@acme.example", "a/b=c@acme.example"],
    ["no address", null],
    ["@acme.example", null],
    ["owner@", null],
    ["", null],
  ])("%s mails %s", (field, mailbox) => {
    expect(oneMailbox(field)).toBe(mailbox);
  });

  it("is not looked at when it is longer than any", () => {
    expect(oneMailbox(`owner@acme.example,${" ".repeat(5_000)}`)).toBeNull();
    expect(oneMailbox(`${"a".repeat(600)}@acme.example`)).toBeNull();
  });

  it("gives each of its mailboxes", () => {
    expect(mailboxesIn("A <a@x.example>, b@y.example, nobody, c@z.example")).toEqual([
      "a@x.example",
      "b@y.example",
      "c@z.example",
    ]);
  });
});

describe("one address in two spellings", () => {
  it.each([
    ["Owner@ACME.example", "owner@acme.example"],
    ['"owner"@acme.example', "owner@acme.example"],
    ['"a\\"b"@acme.example', '"a"b"@acme.example'],
    ["owner@MÜNCHEN.example", "owner@xn--mnchen-3ya.example"],
    ["owner@acme.example.", "owner@acme.example"],
    ["owner@[192.0.2.1]", "owner@[192.0.2.1]"],
    ['"a..b."@docomo.example', "a..b.@docomo.example"],
  ])("%s is %s", (one, other) => {
    expect(isSameMailbox(one, other)).toBe(true);
  });

  it.each([
    ["owner@acme.example", "owner@acme.test"],
    ["owner+a@acme.example", "owner+b@acme.example"],
    ["owner+a@acme.example", "owner@acme.example"],
    ["owner@acme.example", "no address"],
  ])("%s is not %s", (one, other) => {
    expect(isSameMailbox(one, other)).toBe(false);
  });

  it("keeps the key that addresses without any oddity always had", () => {
    expect(addressKey(" Owner+Shop@Acme.example ")).toBe("owner+shop@acme.example");
  });
});
