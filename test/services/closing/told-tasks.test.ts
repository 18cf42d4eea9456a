import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { answerTask } from "#app/services/closing/answer-task.server.ts";
import { findTrialAnswer } from "#app/services/closing/trial-answer.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { anItem, shop } from "../sync/a-merchant.ts";
import { aCloser, aContract, anInvoice, STARTER } from "./a-closer.ts";

describe("a task that the merchant calls open while impact.com cannot be read", () => {
  it("still names what was last read as left, and what the balance may have paid of it", async () => {
    // A balance of 1,000 paid 8.00 when they locked on 20 May; the invoice due on 10 June may be of them (D1).
    const { deps, task } = await aCloser({
      items: [
        anItem({
          id: "u1",
          state: "APPROVED",
          trackedOn: "2026-04-01",
          locksOn: "2026-05-20",
          payout: "8.00",
        }),
      ],
      lists: {
        Contracts: [aContract("c1")],
        Invoices: [anInvoice("i1", { dueOn: "2026-06-10", total: "8.00" })],
      },
      facts: { ...STARTER, fundingBalance: { amount: "1000.00", asOf: "2026-05-10" } },
    });
    const timeout = { outcome: "unavailable", reason: "timeout" } as const;
    for (const resource of ["Contracts", "Invoices"] as const)
      await deps.db.snapshots.saveFailure(shop, resource, timeout, deps.clock.now());
    const facts: StatedFacts = { "told.expire-contracts": "open", "told.settle-invoices": "open" };
    await saveFacts({ shop, actor: "staff-1", facts }, deps);
    expect((await task("expire-contracts")).task).toMatchObject({
      ...{ status: "open", evidence: "told", failure: timeout },
      open: { first: [{ values: { contract: "c1" } }] },
    });
    expect((await task("settle-invoices")).task).toMatchObject({
      ...{ status: "open", evidence: "told" },
      doubtful: { things: { first: [{ values: { invoice: "i1" } }] } },
    });
  });
});

describe("the word on a task", () => {
  it("is kept where only a check said the same so far", async () => {
    const { deps } = await aCloser({ lists: { Catalogs: [] } });
    const facts = { "told.delete-catalogs": "done" } as const;
    const asked = { shop, actor: "staff-1", key: "delete-catalogs", facts };
    expect(await answerTask(asked, deps)).toEqual({ outcome: "saved" });
  });

  it("is nobody's for a store never seen", async () => {
    const facts = { "told.refund-form": "done" } as const;
    const asked = { shop, actor: "staff-1", key: "refund-form", facts };
    expect(await answerTask(asked, createFakeDeps())).toEqual({ outcome: "no-task" });
  });
});

it("an answer on the trial that no longer fits its form counts as none", async () => {
  const deps = createFakeDeps();
  const row = { name: "trialCancel", value: { answer: "perhaps" }, statedBy: "staff-1" };
  await deps.db.statedFacts.save(shop, [{ ...row, statedAt: deps.clock.now() }]);
  expect(await findTrialAnswer({ shop }, deps)).toBeNull();
});
