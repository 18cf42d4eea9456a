import { describe, expect, it } from "vitest";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { watchShop } from "#app/services/watch/watch-shop.server.ts";
import { NAMED_ONLY } from "#test/factories/rows.ts";
import { aCloser, STARTER } from "../closing/a-closer.ts";
import { shop } from "../sync/a-merchant.ts";
import { aContract, aWatched } from "../watch/a-watched.ts";

const REQUEST = {
  ...{ actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, accounts: ["IRone"] },
  ...{ subject: "Please close account IRone", body: "Please close it.", reason: null },
};

describe("the stand-alone page", () => {
  it("says which task came undone, and what to write to impact.com about it", async () => {
    const { deps } = await aWatched();
    await handOver({ shop, ...REQUEST }, deps);
    expect(await showExit({ shop }, deps)).toMatchObject({ reopened: [], note: null });
    await deps.db.snapshots.saveRead(shop, "Contracts", [aContract("ACTIVE")], deps.clock.now());
    await watchShop({ shop }, deps);
    const page = await showExit({ shop }, deps);
    expect(page?.reopened.map(({ task }) => task)).toEqual(["expire-contracts"]);
    expect(page?.note).toContain("Contract S-777 with Acme Blog is active.");
  });

  it("says by when to send, until a request is sent", async () => {
    const { deps } = await aCloser({ items: [], lists: { Contracts: [], Invoices: [] }, facts: STARTER });
    // Two business days before the last Tuesday of the month, after which July's fee is due.
    const sendBy = async () => (await showExit({ shop }, deps))?.sendBy;
    expect(await sendBy()).toEqual({ closeBy: "2026-06-30", on: "2026-06-26", answerDays: 2 });
    await handOver({ shop, ...REQUEST }, deps);
    expect(await sendBy()).toBeNull();
  });
});
