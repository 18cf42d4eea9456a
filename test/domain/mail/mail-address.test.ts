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

  it.each([
    // [the field, its mailboxes]
    ["Owner<a@x.example>", ["a@x.example"]],
    ["a@x.example (one (two) b@y.example ) c@z.example", ["a@x.example", "c@z.example"]],
    ["a@x.example (one \\) b@y.example ) c@z.example", ["a@x.example", "c@z.example"]],
    ["(one \\( two) c@z.example", ["c@z.example"]],
    ['"a\\"b c"@x.example, d@y.example', ['"a\\"b c"@x.example', "d@y.example"]],
    ["a\\ b@y.example", ["b@y.example"]],
    ["a(one \\) two)@x.example", ["a@x.example"]],
  ])("reads names, comments and escapes in %s", (field, mailboxes) => {
    expect(mailboxesIn(field)).toEqual(mailboxes);
  });

  it("is looked at up to 4,096 characters, and an address as well", () => {
    const field = "a@x.example,";
    expect(mailboxesIn(field.padEnd(4_096))).toEqual(["a@x.example"]);
    expect(mailboxesIn(field.padEnd(4_097))).toEqual([]);
    expect(addressKey("a@x.example".padEnd(4_096))).toBe("a@x.example");
    expect(addressKey("a@x.example".padEnd(4_097))).toBeNull();
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
    ["owner+shop@acme.example", "owner+shop@acme.example"],
    // Some servers report an address without its tag.
    ["owner@acme.example", "owner+shop@acme.example"],
  ])("%s is %s", (one, other) => {
    expect(isSameMailbox(one, other)).toBe(true);
  });

  it.each([
    ["owner@acme.example", "owner@acme.test"],
    ["owner+a@acme.example", "owner+b@acme.example"],
    ["owner+a@acme.example", "owner@acme.example"],
    ["owner@acme.example", "no address"],
    ["no address", "owner@acme.example"],
    ["no address", "none either"],
    ["owner@acme.test", "owner+shop@acme.example"],
  ])("%s is not %s", (one, other) => {
    expect(isSameMailbox(one, other)).toBe(false);
  });

  it("has none when its domain is no name", () => {
    expect(addressKey("a@ü^.example")).toBeNull();
  });

  it.each(["a b@x.example", '"a b@x.example', 'a b"@x.example', '""@x.example', "a@x.[::1]", "a@[::1].x"])(
    "%s has none, for it is no address",
    (address) => {
      expect(addressKey(address)).toBeNull();
    },
  );

  it("of a machine by its number has one", () => {
    expect(addressKey("a@[IPv6:2001:DB8::1]")).toBe("a@[ipv6:2001:db8::1]");
  });

  it("keeps the key that addresses without any oddity always had", () => {
    expect(addressKey(" Owner+Shop@Acme.example ")).toBe("owner+shop@acme.example");
  });
});
