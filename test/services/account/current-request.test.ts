import { describe, expect, it } from "vitest";
import { showHome } from "#app/services/account/show-home.server.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { showBeforeUninstall } from "#app/services/uninstall/show-before-uninstall.server.ts";
import { aConnection, at } from "#test/factories/rows.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

const FIRST = "IRtestSid0000001";
const THIRD = "IRtestSid0000003";

/** The request of the first account is on its way; then another account is connected to the same store. */
async function withThird(first: "under-way" | "closed") {
  const found = await aRequest();
  const { deps, shop } = found;
  if (first === "closed") await found.tell("told-closed");
  deps.clock.set("2026-06-22T09:00:00Z");
  const sealedToken = deps.seal.seal(shop, "another-token");
  const connectedAt = at("2026-06-22T09:00:00Z");
  await deps.db.connections.save(aConnection({ shop, accountSid: THIRD, sealedToken, connectedAt }));
  const ask = (accounts: string[]) =>
    handOver(
      {
        ...{ shop, actor: "staff-1", route: "starter-ticket", openItems: [], proof: "Named.", accounts },
        ...{ subject: "Please close account", body: "Please close it.", reason: null },
      },
      deps,
    );
  return { ...found, ask };
}

describe("a closing request belongs to its account, not to the store (D21)", () => {
  it("says nothing of another account: no page calls it closed, and the warning is that of an open one", async () => {
    const { deps, shop } = await withThird("closed");
    expect((await showHome({ shop }, deps))?.request).toBeNull();
    expect(await showBeforeUninstall({ shop }, deps)).toMatchObject({ closed: false, unproved: false });
    expect(await showExit({ shop }, deps)).toMatchObject({ closed: null, request: null });
    deps.access.answer = "gone";
    expect(await handleUninstall({ shop, triggeredAt: deps.clock.now() }, deps)).toBe("warned");
    const [warning] = deps.db.rows().mails.filter(({ purpose }) => purpose === "uninstall-warning");
    expect(warning?.content).toMatchObject({ closing: null, account: "0003" });
  });

  it.each(["under-way", "closed"] as const)(
    "lets the other account be closed while the first is %s",
    async (first) => {
      const { deps, shop, ask, reference } = await withThird(first);
      expect((await draftRequest({ shop, locale: "en" }, deps))?.request).toBeNull();
      const asked = await ask([THIRD]);
      expect(asked.outcome).toBe("handed-over");
      const current = (await showHome({ shop }, deps))?.request;
      expect(current?.accounts).toEqual([THIRD]);
      expect(await showRequest({ shop, reference }, deps)).toMatchObject({
        reference,
        earliestClosing: null,
      });
    },
  );

  it("is one at a time for each account: a second click, or a ticket that names the account as well, makes none", async () => {
    const { ask, reference } = await withThird("under-way");
    const [third, again] = await Promise.all([ask([THIRD]), ask([THIRD])]);
    expect([third.outcome, again.outcome].toSorted()).toEqual(["already-handed-over", "handed-over"]);
    expect(await ask([FIRST, "IRtestSid0000009"])).toEqual({ outcome: "already-handed-over", reference });
  });

  it("is asked for anew after a closing, for an account that was taken up again (G30)", async () => {
    const { deps, shop, reference, tell } = await aRequest();
    await tell("told-closed");
    deps.clock.set("2026-09-01T09:00:00Z");
    const drafted = await draftRequest({ shop, locale: "en" }, deps);
    expect(drafted?.request).toBeNull();
    const text = { subject: "Once more", body: "Please close it.", reason: null };
    const submission = { openItems: [], proof: "Named.", route: "starter-ticket", accounts: [FIRST] };
    const again = await handOver({ shop, actor: "staff-1", ...text, ...submission }, deps);
    expect(again.outcome).toBe("handed-over");
    expect((await showHome({ shop }, deps))?.request).toMatchObject({ subject: "Once more", state: "ready" });
    expect((await deps.db.closingRequests.findByReference(shop, reference))?.state).toBe("closed");
  });

  it("without a name is about the account the store has, but its closing is not about one connected later", async () => {
    const found = await withThird("under-way");
    const { deps, shop, ask } = found;
    await deps.db.connections.remove(shop);
    await found.tell("told-withdrawn", {});
    expect((await ask([])).outcome).toBe("handed-over");
    await deps.db.connections.save(
      aConnection({ shop, accountSid: THIRD, connectedAt: at("2026-06-22T10:00:00Z") }),
    );
    const nameless = (await showHome({ shop }, deps))?.request;
    expect(nameless?.accounts).toEqual([]);
    const proof = { proof: "impact.com says so." };
    const moves = [
      { trigger: "told-handed-over", fromState: "ready", toState: "handed-over" },
      { trigger: "told-closed", fromState: "handed-over", toState: "closed" },
    ] as const;
    for (const move of moves)
      await deps.db.closingRequests.move(shop, nameless?.id ?? "", {
        ...{ ...move, actor: "staff-1", evidence: proof, at: at("2026-06-22T09:30:00Z") },
      });
    expect((await showHome({ shop }, deps))?.request).toBeNull();
  });
});

describe("asking impact.com after a closing (D21)", () => {
  it("uses no other account's key, and destroys none", async () => {
    const { deps, shop, round } = await withThird("closed");
    deps.impact.fail.readCompany = { outcome: "unauthorized" };
    expect(await round("2026-06-23T09:00:00Z")).toContain("no-key");
    expect(await round("2026-06-25T09:00:00Z")).toContain("no-key");
    expect((await deps.db.connections.find(shop))?.sealedToken).not.toBeNull();
  });

  it("asks for a partner's key at the partner's address", async () => {
    const { deps, shop, tell, round } = await aRequest();
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, kind: "partner" });
    await tell("told-closed");
    // The brand's address would take it; the partner's, in the fakes, takes none.
    expect(await round("2026-06-22T09:00:00Z")).toContain("refused");
  });
});
