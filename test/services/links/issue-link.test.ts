import { expect, it } from "vitest";
import { issueLink } from "#app/services/links/issue-link.server.ts";
import { aShop } from "#test/factories/records.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("writes no link for a store that was erased while its mail was on the way", async () => {
  const deps = createFakeDeps();
  const { shop } = aShop();
  await expect(issueLink({ shop, purpose: "finish" }, deps)).rejects.toThrow("was erased");
  expect(deps.db.rows().links).toEqual([]);
  await deps.db.shops.save(aShop({ shop }));
  expect(await issueLink({ shop, purpose: "finish" }, deps)).toMatch(/^https:\/\/settled\.example\/l\//);
});
