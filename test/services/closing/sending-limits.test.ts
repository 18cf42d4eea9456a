import { describe, expect, it } from "vitest";
import { countSending, giveBack } from "#app/services/closing/sending-limits.server.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { createFakeLimits } from "#test/fakes/limits.ts";

const shop = "acme.myshopify.com";
const aSender = () => ({ limits: createFakeLimits(), settings: fakeSettings });

describe("a request that is about to be sent", () => {
  it("counts once for its store and once for each account it names", async () => {
    const deps = aSender();
    const sending = await countSending({ shop, accounts: ["IRone", "IRtwo"] }, deps);
    expect(sending.outcome).toBe("within");
    expect(deps.limits.counted.map(([name]) => name)).toEqual(["sent-store", "sent-account", "sent-account"]);
    if (sending.outcome === "within") expect(sending.counted).toEqual(deps.limits.counted);
  });

  it("is counted under hashes that no other store, account or kind shares", async () => {
    const deps = aSender();
    await countSending({ shop, accounts: [shop, "IRtwo"] }, deps);
    await countSending({ shop: "other.myshopify.com", accounts: [] }, deps);
    const keys = deps.limits.counted.map(([, key]) => key);
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("names the same account alike whichever store asks, so that many cannot ask about one", async () => {
    const deps = aSender();
    await countSending({ shop, accounts: ["IRone"] }, deps);
    await countSending({ shop: "other.myshopify.com", accounts: ["IRone"] }, deps);
    const [, mine, , theirs] = deps.limits.counted;
    expect(mine).toEqual(theirs);
  });

  it.each(["sent-store", "sent-account"] as const)(
    "is held back by the limit %s, and counts for none",
    async (name) => {
      const deps = aSender();
      deps.limits.used.add(name);
      expect(await countSending({ shop, accounts: ["IRone"] }, deps)).toEqual({
        outcome: "too-many",
        seconds: 60,
      });
      expect(deps.limits.counted).toEqual([]);
    },
  );

  it("counts for none once it turns out that nothing was sent", async () => {
    const deps = aSender();
    const sending = await countSending({ shop, accounts: ["IRone"] }, deps);
    if (sending.outcome === "within") await giveBack(sending.counted, deps);
    expect(deps.limits.counted).toEqual([]);
  });
});
