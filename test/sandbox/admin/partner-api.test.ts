import { describe, expect, it } from "vitest";
import { createUninstallFeed } from "#app/adapters/shopify/uninstall-feed.server.ts";
import { at } from "#test/factories/rows.ts";
import { anApp, aSandbox, domain, postForm } from "./a-sandbox.ts";

const feedOf = (url: string, token = "partner-token-of-the-sandbox") => {
  const feed = createUninstallFeed({
    PARTNER_API_URL: `${url}/_partners`,
    PARTNER_ORGANIZATION: "1",
    PARTNER_APP: "1",
    PARTNER_TOKEN: token,
  });
  if (!feed) throw new Error("The feed was configured.");
  return feed;
};

describe("the sandbox's partner account, as the app reads it", () => {
  it("knows an uninstall whose webhook got lost, and the app is told nothing else of it", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    const feed = feedOf(url);
    const start = at("2026-05-01T00:00:00Z");
    expect(await feed.since(start)).toEqual([]);
    await postForm(`${url}/store/acme-outdoor/uninstall`, { lost: "yes" });
    const shown = await feed.since(start);
    expect(shown.map(({ shop }) => shop)).toEqual([domain]);
    expect(shown[0]?.occurredAt.toString()).toMatch(/^2026-05-12T13:00/);
    expect(await feed.since(at("2026-05-12T14:00:00Z"))).toEqual([]);
    expect(app.received).toEqual([]);
  });

  it("tells all pages, newest first, however often a store came back", async () => {
    const { url } = await aSandbox();
    for (let round = 0; round < 103; round += 1) {
      await postForm(`${url}/store/acme-outdoor/uninstall`, { lost: "yes" });
      await postForm(`${url}/store/acme-outdoor/install`);
    }
    const shown = await feedOf(url).since(at("2026-05-01T00:00:00Z"));
    expect(shown).toHaveLength(103);
    const times = shown.map(({ occurredAt }) => occurredAt.epochMilliseconds);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    await expect(feedOf(url, "another-token-of-16").since(at("2026-05-01T00:00:00Z"))).rejects.toThrow("401");
  });
});
