import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { namedAccounts, showClosing } from "#app/services/closing/show-closing.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "../requests/a-request.ts";

async function hub(shop: string, deps: FakeDeps) {
  const shown = await showClosing({ shop }, deps);
  if (!shown) throw new Error("The shop was never seen.");
  return shown;
}
const refs = (requests: readonly { reference: string }[]) => requests.map(({ reference }) => reference);

describe("the request on Close account", () => {
  it("is the one under way, with the day its answer is awaited by", async () => {
    const { shop, deps, reference } = await aRequest();
    const { request, clock, isOver, putAway, noted, others } = await hub(shop, deps);
    expect(request?.reference).toBe(reference);
    // Three business days after Sunday, 21 June 2026.
    expect(clock).toMatchObject({ nextOn: "2026-06-24", overdueSince: null, refundBy: null });
    expect({ isOver, putAway, noted, others }).toEqual({
      isOver: false,
      putAway: false,
      noted: null,
      others: [],
    });
  });

  it("is over once the closing was noted, and waits for the refund", async () => {
    const { shop, deps, tell, reference } = await aRequest();
    await tell("told-closed");
    const { clock, isOver, noted } = await hub(shop, deps);
    expect(isOver).toBe(true);
    expect(noted?.reference).toBe(reference);
    // Ten business days after 21 June; 3 July is Independence Day's holiday.
    expect(clock?.refundBy).toBe("2026-07-06");
  });

  it("is nobody's while the desk has put it away", async () => {
    const { shop, deps, round } = await aRequest();
    deps.helpDesk.status = { outcome: "read", status: "open", said: "2", saidAt: null };
    await round("2026-06-22T15:00:00Z");
    expect((await hub(shop, deps)).putAway).toBe(false);
    deps.helpDesk.status = { outcome: "read", status: "put-away", said: "spam", saidAt: null };
    await round("2026-06-23T15:00:00Z");
    expect((await hub(shop, deps)).putAway).toBe(true);
  });

  it("is apart from requests about the store's other accounts", async () => {
    const { shop, deps, reference: first } = await aRequest();
    await deps.db.connections.save(
      aConnection({ shop, accountSid: "IRother", connectedAt: deps.clock.now() }),
    );
    const before = await hub(shop, deps);
    expect([before.request, before.clock, before.putAway, refs(before.others)]).toEqual([
      null,
      null,
      false,
      [first],
    ]);
    await handOver(
      {
        ...{ shop, actor: "staff-1", route: "starter-ticket", openItems: [], reason: null },
        ...{
          accounts: ["IRother"],
          proof: "Named.",
          subject: "Please close account IRother",
          body: "Please.",
        },
      },
      deps,
    );
    const after = await hub(shop, deps);
    expect(after.request?.accounts).toEqual(["IRother"]);
    expect(refs(after.others)).toEqual([first]);
  });

  it("is none where nobody asked, and the page is none for a store never seen", async () => {
    const deps = createFakeDeps();
    expect(await showClosing({ shop: "nobody.myshopify.com" }, deps)).toBeNull();
    await deps.db.shops.save(aShop({ shop: "acme.myshopify.com" }));
    expect(await hub("acme.myshopify.com", deps)).toMatchObject({
      request: null,
      clock: null,
      putAway: false,
      isOver: false,
      others: [],
    });
  });
});

describe("how many accounts the merchant can name", () => {
  const named = async (facts: StatedFacts, kind?: "brand" | "partner") => {
    const deps = createFakeDeps();
    const shop = "acme.myshopify.com";
    await deps.db.shops.save(aShop({ shop }));
    if (kind) await deps.db.connections.save(aConnection({ shop, kind }));
    await saveFacts({ shop, actor: "staff-1", facts }, deps);
    return namedAccounts(await hub(shop, deps));
  };

  it("is any number for partners, whether one is connected or not", async () => {
    expect(await named({ closingAccount: "partner" })).toBe("many");
    expect(await named({}, "partner")).toBe("many");
  });

  it("is a brand's own where none is connected, and none where it is", async () => {
    expect(await named({ closingAccount: "starter" })).toBe("one");
    expect(await named({ closingAccount: "starter" }, "brand")).toBe("none");
  });
});
