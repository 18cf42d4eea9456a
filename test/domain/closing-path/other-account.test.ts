import { describe, expect, it } from "vitest";
import { otherAccount, type PathFacts } from "#app/domain/index.ts";

type Facts = Pick<PathFacts, "kind" | "edition" | "told">;
const told = (
  account: Facts["told"]["account"],
  rest: Partial<Omit<Facts, "told">> = {},
): ReturnType<typeof otherAccount> =>
  otherAccount({ kind: null, edition: "starter", ...rest, told: { account, button: null } });

describe("figures of Starter", () => {
  it("fit while nothing else was said", () => {
    for (const account of [null, "starter", "not-sure"] as const) expect(told(account)).toBeNull();
    expect(told("starter", { kind: "brand" })).toBeNull();
  });

  it("are another account's once the merchant says that the edition is another", () => {
    expect(told("other-brand")).toBe("other-brand");
    expect(told("other-brand", { kind: "brand" })).toBe("other-brand");
    expect(told("other-brand", { edition: null })).toBe("other-brand");
  });

  it("give way to those of an edition that has a published plan", () => {
    expect(told("other-brand", { edition: "essentials" })).toBeNull();
    expect(told("other-brand", { edition: "starter-agency" })).toBeNull();
  });

  it("are not for a partner, unless impact.com says that the connected account is a brand's", () => {
    expect(told("partner")).toBe("partner");
    expect(told("partner", { kind: "brand" })).toBeNull();
    expect(told("partner", { kind: "partner" })).toBeNull();
  });
});
