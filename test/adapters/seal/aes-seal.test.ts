import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSeal } from "#app/adapters/seal/aes-seal.server.ts";
import { sealedBefore } from "#test/factories/sealed-before.ts";

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;
const shop = "acme-outdoor.myshopify.com";

describe("the seal", () => {
  const seal = createSeal([key("k1", 1)], "connection");

  it("opens what it sealed, for any shop and any secret", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: "grapheme" }), (anyShop, secret) => {
        expect(seal.open(anyShop, seal.seal(anyShop, secret || "x"))).toBe(secret || "x");
      }),
    );
  });

  it("never seals the same secret the same way, and shows nothing of it", () => {
    const [one, two] = [seal.seal(shop, "impact-token"), seal.seal(shop, "impact-token")];
    expect(one).not.toBe(two);
    for (const part of one.split(".").slice(2))
      expect(Buffer.from(part, "base64url").toString("latin1")).not.toContain("impact-token");
  });

  it("does not open a value that was moved to another shop (K2)", () => {
    expect(() => seal.open("other.myshopify.com", seal.seal(shop, "t"))).toThrow();
  });

  it("does not open a value that was put where another kind of secret lies", () => {
    const sessions = createSeal([key("k1", 1)], "session");
    expect(sessions.open(shop, sessions.seal(shop, "t"))).toBe("t");
    expect(() => sessions.open(shop, seal.seal(shop, "t"))).toThrow();
    expect(() => seal.open(shop, sessions.seal(shop, "t"))).toThrow();
  });

  it("opens what was sealed before values were bound to their place, for its shop only", () => {
    const before = sealedBefore("k1", Buffer.alloc(32, 1), { shop, secret: "a-token" });
    expect(before).toMatch(/^s1\.k1\./);
    expect(seal.open(shop, before)).toBe("a-token");
    expect(() => seal.open("other.myshopify.com", before)).toThrow();
    // Saying that it is of the new kind does not bind it to anything.
    expect(() => seal.open(shop, before.replace("s1", "s2"))).toThrow();
    expect(() => seal.open(shop, seal.seal(shop, "t").replace("s2", "s1"))).toThrow();
  });

  it("does not open a value of which any byte was changed", () => {
    const [version, id, ...parts] = seal.seal(shop, "impact-token").split(".");
    const blobs = parts.map((part) => Buffer.from(part, "base64url"));
    for (const [index, blob] of blobs.entries())
      for (let at = 0; at < blob.length; at += 1) {
        const changed = blobs.map((each) => Buffer.from(each));
        changed[index]?.writeUInt8(blob.readUInt8(at) ^ 1, at);
        const text = [version, id, ...changed.map((each) => each.toString("base64url"))].join(".");
        expect(() => seal.open(shop, text), `part ${index}, byte ${at}`).toThrow();
      }
  });

  it.each([
    "",
    "plain text",
    "s1.k1",
    "s3.k1.a.b",
    "s2.k9.a.b",
    "s2.k1.a.b",
    "s2.k1.YWJj.YWJj",
    "s1.k1.YWJj.YWJj",
  ])("refuses %j", (value) => {
    expect(() => seal.open(shop, value)).toThrow();
  });

  it("opens with an older key after a rotation, and seals with the new one (K3)", () => {
    const old = seal.seal(shop, "t");
    const rotated = createSeal([key("k2", 2), key("k1", 1)], "connection");
    expect(rotated.open(shop, old)).toBe("t");
    const fresh = rotated.seal(shop, "t");
    expect(fresh).toMatch(/^s2\.k2\./);
    expect(() => seal.open(shop, fresh)).toThrow("unknown format or key");
  });

  it("does not open with another key of the same name", () => {
    expect(() => createSeal([key("k1", 3)], "connection").open(shop, seal.seal(shop, "t"))).toThrow();
  });

  it("needs a key", () => {
    expect(() => createSeal([], "connection")).toThrow("at least one key");
  });
});
