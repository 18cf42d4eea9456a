import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSeal } from "#app/adapters/seal/aes-seal.server.ts";

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;
const shop = "acme-outdoor.myshopify.com";

describe("the seal", () => {
  const seal = createSeal([key("k1", 1)]);

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

  it.each(["", "plain text", "s1.k1", "s2.k1.a.b", "s1.k9.a.b", "s1.k1.a.b", "s1.k1.YWJj.YWJj"])(
    "refuses %j",
    (value) => {
      expect(() => seal.open(shop, value)).toThrow();
    },
  );

  it("opens with an older key after a rotation, and seals with the new one (K3)", () => {
    const old = seal.seal(shop, "t");
    const rotated = createSeal([key("k2", 2), key("k1", 1)]);
    expect(rotated.open(shop, old)).toBe("t");
    const fresh = rotated.seal(shop, "t");
    expect(fresh).toMatch(/^s1\.k2\./);
    expect(() => seal.open(shop, fresh)).toThrow("unknown format or key");
  });

  it("does not open with another key of the same name", () => {
    expect(() => createSeal([key("k1", 3)]).open(shop, seal.seal(shop, "t"))).toThrow();
  });

  it("needs a key", () => {
    expect(() => createSeal([])).toThrow("at least one key");
  });
});
