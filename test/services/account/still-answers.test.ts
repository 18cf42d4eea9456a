import { describe, expect, it } from "vitest";
import { homePage } from "#app/http/home-page.server.ts";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { knownClosing } from "#app/services/account/unfinished-request.server.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

/** impact.com showed the account as open; then its closing was noted, with impact.com's words. */
async function closedAfterOpen() {
  const found = await aRequest();
  const { deps, shop } = found;
  const program = { id: "1000", name: "Acme", state: "ACTIVE" };
  await deps.db.snapshots.saveRead(shop, "Campaigns", [program], deps.clock.now());
  await found.tell("told-closed");
  const said = async () => {
    const [home, view] = [await showHome({ shop }, deps), await loadAccount({ shop }, deps)];
    if (!home || !view) throw new Error("the store was never seen");
    const closing = await knownClosing(view, deps.db);
    return [homePage(home, null, deps).state, closing?.isOpen];
  };
  return { ...found, said };
}

describe("a closing that was noted", () => {
  it("is contradicted by an impact.com that still answers, on every page", async () => {
    const { said } = await closedAfterOpen();
    expect(await said()).toEqual(["contradicted", true]);
  });

  it("is not by what impact.com showed before it refused the key, nor once Settled destroyed it for that", async () => {
    const { deps, shop, said } = await closedAfterOpen();
    const refused = { outcome: "unauthorized" } as const;
    await deps.db.snapshots.saveFailure(shop, "Campaigns", refused, deps.clock.now());
    expect(await said()).toEqual(["closed", false]);
    await deps.db.snapshots.saveRead(
      shop,
      "Campaigns",
      [{ id: "1000", name: "Acme", state: "ACTIVE" }],
      deps.clock.now(),
    );
    await deps.db.connections.destroyToken(shop);
    expect(await said()).toEqual(["closed", false]);
  });
});
