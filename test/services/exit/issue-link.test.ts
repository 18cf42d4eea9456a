import { expect, it } from "vitest";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import { openLinkByHash } from "#app/services/exit/open-link.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("writes no link for a store that was erased while its mail was on the way", async () => {
  const deps = createFakeDeps();
  const { shop } = aShop();
  await expect(issueLink({ shop, purpose: "finish" }, deps)).rejects.toThrow("was erased");
  expect(deps.db.rows().links).toEqual([]);
  await deps.db.shops.save(aShop({ shop, uninstalledAt: at("2026-06-21T08:00:00Z") }));
  expect(await issueLink({ shop, purpose: "finish" }, deps)).toMatch(/^https:\/\/settled\.example\/l\//);
});

it.each([
  ["stop-mail", "finish"],
  ["finish", "stop-mail"],
] as const)(
  "opens by its hash, as a cookie names it, for its own purpose only: %s, not %s (L4)",
  async (own, other) => {
    const deps = createFakeDeps();
    const { shop } = aShop();
    await deps.db.shops.save(aShop({ shop, uninstalledAt: at("2026-06-21T08:00:00Z") }));
    await issueLink({ shop, purpose: own }, deps);
    const [{ idHash } = { idHash: "" }] = deps.db.rows().links;
    expect((await openLinkByHash({ idHash, purpose: own }, deps)).outcome).toBe("open");
    expect(await openLinkByHash({ idHash, purpose: other }, deps)).toEqual({ outcome: "ended" });
  },
);
