import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLinkToken, hashLinkId, readLinkToken } from "#app/services/exit/link-token.ts";

const secret = "a-link-secret-of-at-least-32-characters";
const purposes = fc.constantFrom("finish" as const, "stop-mail" as const);

describe("a link token", () => {
  it("leads to its stored hash, for its own purpose and secret only (L3, L4)", () => {
    fc.assert(
      fc.property(purposes, purposes, fc.string({ minLength: 1 }), (made, asked, otherSecret) => {
        const { token, idHash } = createLinkToken(made, secret);
        expect(readLinkToken(token, asked, [secret])).toBe(made === asked ? idHash : null);
        fc.pre(otherSecret !== secret);
        expect(readLinkToken(token, made, [otherSecret])).toBeNull();
      }),
    );
  });

  it("is refused when any of its characters is another one", () => {
    const { token } = createLinkToken("finish", secret);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."Ab0-_.~"), (at, other) => {
        fc.pre(token[at] !== other);
        const changed = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
        expect(readLinkToken(changed, "finish", [secret])).toBeNull();
      }),
    );
  });

  it("is refused for any text that was never made", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), purposes, (text, purpose) => {
        expect(readLinkToken(text, purpose, [secret])).toBeNull();
      }),
    );
    for (const text of ["", ".", "a.", ".b", "a.b.c"])
      expect(readLinkToken(text, "finish", [secret])).toBeNull();
  });

  it("is refused with something added behind it", () => {
    const { token } = createLinkToken("finish", secret);
    for (const more of [".", ".x", "x", "="])
      expect(readLinkToken(token + more, "finish", [secret])).toBeNull();
  });

  it("holds at least 128 random bits, needs no escaping and is never the same", () => {
    const tokens = Array.from({ length: 200 }, () => createLinkToken("finish", secret).token);
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) {
      expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
      expect(Buffer.from(token.split(".")[0] ?? "", "base64url").length * 8).toBeGreaterThanOrEqual(128);
    }
  });

  it("cannot be found out from what is stored", () => {
    const { token, idHash } = createLinkToken("finish", secret);
    const id = token.split(".")[0] ?? "";
    expect(idHash).toBe(hashLinkId(id));
    expect(idHash).not.toContain(id);
  });
});
