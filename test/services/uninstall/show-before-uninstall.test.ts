import { describe, expect, it } from "vitest";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { showBeforeUninstall } from "#app/services/uninstall/show-before-uninstall.server.ts";
import { aClosing, aClosingEvent, at } from "#test/factories/rows.ts";
import { aLeftStore } from "./a-left-store.ts";

/** A connected store with the app in it, and what the page of the day it is removed says. */
async function aStore(options: Parameters<typeof aLeftStore>[0] = {}) {
  const store = await aLeftStore({ ...options, shop: { uninstalledAt: null, ...options.shop } });
  const { deps, shop } = store;
  const request = aClosing({ shop, reference: "SET-7KQ2-M9XD" });
  return {
    ...store,
    /** Hands a closing request over, and notes how it ended where it did. */
    asks: async (end: "closed" | "rejected" | null, evidence: Record<string, string> = {}) => {
      const { id } = request;
      await deps.db.closingRequests.open(request, aClosingEvent());
      const sent = { trigger: "told-handed-over", fromState: "ready", toState: "handed-over" } as const;
      const steps = [aClosingEvent({ ...sent, evidence: { ticketNumber: "4711" } })];
      const left = { fromState: "handed-over", evidence } as const;
      if (end === "closed") steps.push(aClosingEvent({ ...left, trigger: "told-closed", toState: end }));
      if (end === "rejected") steps.push(aClosingEvent({ ...left, trigger: "told-rejected", toState: end }));
      for (const step of steps) expect(await deps.db.closingRequests.move(shop, id, step)).toBe(true);
    },
    programs: (state: string) =>
      deps.db.snapshots.saveRead(shop, "Campaigns", [{ id: "1", name: "Acme", state }], deps.clock.now()),
    page: async () => {
      const page = await showBeforeUninstall({ shop }, deps);
      if (!page) throw new Error("The shop was never seen.");
      return page;
    },
  };
}

describe("the page to read before the app is removed", () => {
  it("says what goes on of an open account, and where the mail goes", async () => {
    const { page } = await aStore();
    const shown = await page();
    expect(shown).toMatchObject({
      closed: false,
      unproved: false,
      goesOn: "brand",
      email: "owner@acme-outdoor.example",
      mailStoppedAt: null,
      timeZone: "America/New_York",
      today: "2026-06-21",
      request: null,
    });
    expect(shown.standing?.fee.next).toMatchObject({ amount: "30.00", date: "2026-07-01" });
  });

  it("is none for a store never seen", async () => {
    const { deps } = await aStore();
    expect(await showBeforeUninstall({ shop: "never.myshopify.com" }, deps)).toBeNull();
  });

  it("says when e-mails were stopped", async () => {
    const { page } = await aStore({ shop: { mailStoppedAt: at("2026-06-01T08:00:00Z") } });
    expect((await page()).mailStoppedAt).toBe("2026-06-01T08:00:00Z");
  });

  it("takes impact.com's word, or its words in a note, for a closed account; a note alone leaves it open", async () => {
    const shown = await aStore();
    await shown.programs("CLOSED");
    expect(await shown.page()).toMatchObject({ closed: true, unproved: false });

    const proved = await aStore();
    await proved.asks("closed", { proof: "Your account has been closed." });
    expect(await proved.page()).toMatchObject({ closed: true, unproved: false });

    const told = await aStore();
    await told.asks("closed", { statement: "They told me by phone." });
    expect(await told.page()).toMatchObject({ closed: false, unproved: true });

    const both = await aStore();
    await both.asks("closed", { statement: "They told me by phone." });
    await both.programs("CLOSED");
    expect(await both.page()).toMatchObject({ closed: true, unproved: false });
  });

  it("names the request that is under way with the day of its next step, and none that is over", async () => {
    const { page, asks } = await aStore();
    await asks(null);
    // Three business days after Sunday, 21 June 2026.
    expect((await page()).request).toEqual({
      reference: "SET-7KQ2-M9XD",
      phase: "sent",
      nextOn: "2026-06-24",
    });

    const rejected = await aStore();
    await rejected.asks("rejected", { proof: "No." });
    expect((await rejected.page()).request).toBeNull();
  });

  it("counts the contracts that run on and knows the earliest day of a closing, and neither before they were read", async () => {
    const { deps, shop, page } = await aStore();
    expect(await page()).toMatchObject({ contracts: null, earliest: null });
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
    const contract = { partner: "Blog", endsOn: null };
    deps.impact.readContracts = async () => ({
      outcome: "read",
      value: [
        { id: "S-1", status: "ACTIVE", ...contract },
        { id: "S-2", status: "ACTIVE", ...contract },
        { id: "S-3", status: "EXPIRED", ...contract },
      ],
    });
    await refreshFacts({ shop }, deps);
    expect(await page()).toMatchObject({ contracts: 2, earliest: "2026-06-21" });
  });
});
