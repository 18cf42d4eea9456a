import { describe, expect, it } from "vitest";
import { readStoreAddress } from "#app/http/read-store-address.ts";

const read = (shop: string) => {
  const data = new FormData();
  data.set("shop", shop);
  return readStoreAddress(data);
};

describe("a store's address", () => {
  it.each([
    "acme.myshopify.com",
    " ACME.myshopify.com ",
    "acme",
    "https://acme.myshopify.com/admin?x=1",
    "http://acme.myshopify.com/",
  ])("is read from %j", (text) => {
    expect(read(text)).toBe("acme.myshopify.com");
  });

  it.each(["", "   ", "acme.com", "<script>", "acme.myshopify.com.evil.example", "a b"])(
    "is not %j",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
