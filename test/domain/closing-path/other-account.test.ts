import { describe, expect, it } from "vitest";
import { otherAccount, type PathFacts } from "#app/domain/index.ts";

type Facts = Pick<PathFacts, "kind" | "edition" | "stated">;
const stated = (
  account: Facts["stated"]["account"],
  rest: Partial<Omit<Facts, "stated">> = {},
): ReturnType<typeof otherAccount> =>
  otherAccount({ kind: null, edition: "starter", ...rest, stated: { account, button: null } });

describe("figures of Starter", () => {
  it("fit while nothing else was said", () => {
    for (const account of [null, "starter", "not-sure"] as const) expect(stated(account)).toBeNull();
    expect(stated("starter", { kind: "brand" })).toBeNull();
  });

  it("are another account's once the merchant says that the edition is another", () => {
    expect(stated("other-brand")).toBe("other-brand");
    expect(stated("other-brand", { kind: "brand" })).toBe("other-brand");
    expect(stated("other-brand", { edition: null })).toBe("other-brand");
  });

  it("give way to those of an edition that has a published plan", () => {
    expect(stated("other-brand", { edition: "essentials" })).toBeNull();
    expect(stated("other-brand", { edition: "starter-agency" })).toBeNull();
  });

  it("are not for a partner, unless impact.com says that the connected account is a brand's", () => {
    expect(stated("partner")).toBe("partner");
    expect(stated("partner", { kind: "brand" })).toBeNull();
    expect(stated("partner", { kind: "partner" })).toBeNull();
  });
});
