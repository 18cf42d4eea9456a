import { describe, expect, it } from "vitest";
import type { TaskKey } from "#app/domain/closing-path/path-tasks.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { saveTrialAnswer } from "#app/services/closing/trial-answer.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
/** What tells the lists apart; each in full stands in path-tasks.test.ts. */
const FIRST_AND_LAST = {
  starter: ["expire-contracts", "refund-form", 5],
  brand: ["expire-contracts", "refund-form", 8],
  partner: ["partner-contracts", "partner-balance", 4],
};
const firstAndLast = (tasks: { key: TaskKey }[]) => [tasks[0]?.key, tasks.at(-1)?.key, tasks.length];
type Facts = Parameters<typeof saveFacts>[0]["facts"];

async function aLeaver({ connected = false, facts = {} as Facts } = {}) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  if (connected) {
    await deps.db.connections.save(aConnection({ shop }));
    for (const resource of ["Contracts", "Invoices", "Catalogs"] as const)
      await deps.db.snapshots.saveRead(shop, resource, [], deps.clock.now());
  }
  const tell = (stated: Facts) => saveFacts({ shop, actor: "staff-1", facts: stated }, deps);
  await tell(facts);
  const closing = async () => {
    const shown = await showClosing({ shop }, deps);
    if (!shown) throw new Error("the shop was never seen");
    return shown;
  };
  const task = async (key: TaskKey) => (await closing()).tasks.find((each) => each.key === key);
  return { deps, tell, closing, task };
}

describe("the way out of a shop's account", () => {
  it("is asked for while nothing is known, and can be gone all the same", async () => {
    const { closing } = await aLeaver();
    const { closingPath, tasks } = await closing();
    expect(closingPath).toMatchObject({ route: "starter-ticket", ask: "account", kind: null });
    expect(firstAndLast(tasks)).toEqual(FIRST_AND_LAST.starter);
  });

  it("follows the answers, which can be changed", async () => {
    const { closing, tell } = await aLeaver();
    await tell({ closingAccount: "partner" });
    const { closingPath, tasks } = await closing();
    expect([closingPath.route, firstAndLast(tasks)]).toEqual(["partner-ticket", FIRST_AND_LAST.partner]);
    await tell({ closingAccount: "other-brand" });
    expect(firstAndLast((await closing()).tasks)).toEqual(FIRST_AND_LAST.brand);
  });

  it("takes a later word for a checked task once impact.com cannot be asked any more, and only then", async () => {
    const facts = { signedUpOn: "2026-01-11", edition: "starter" as const };
    const { deps, task, tell } = await aLeaver({ connected: true, facts });
    const minuteLater = () => deps.clock.set(deps.clock.now().add({ minutes: 1 }).toString());
    minuteLater();
    await tell({ "told.delete-catalogs": "open" });
    expect(await task("delete-catalogs")).toMatchObject({ status: "done", evidence: "checked" });
    await deps.db.connections.destroyToken(shop);
    expect(await task("delete-catalogs")).toMatchObject({ status: "open", evidence: "told" });
    minuteLater();
    await deps.db.snapshots.saveRead(shop, "Catalogs", [], deps.clock.now());
    expect(await task("delete-catalogs")).toMatchObject({ status: "done", evidence: "checked" });
  });

  it("takes what was seen on the trial's page as the answer to its own question", async () => {
    const { closing, deps } = await aLeaver({ facts: { signedUpOn: "2026-06-11", edition: "starter" } });
    expect((await closing()).closingPath.ask).toBe("button");
    await saveTrialAnswer({ shop, actor: "staff-1", answer: "not-shown", words: "" }, deps);
    expect((await closing()).closingPath).toMatchObject({
      route: "starter-ticket",
      ask: null,
      because: [{ id: "core.route.buttonNotShown" }],
    });
  });

  it("knows what was read as left to settle although nobody told the sign-up date", async () => {
    const { deps, task, closing } = await aLeaver({ connected: true });
    const running = { id: "c1", partner: "Blog", status: "ACTIVE", endsOn: null };
    await deps.db.snapshots.saveRead(shop, "Contracts", [running], deps.clock.now());
    expect(await task("expire-contracts")).toMatchObject({
      status: "open",
      open: {
        first: [{ id: "core.checklist.contract", values: { contract: "c1", partner: "Blog" } }],
        more: 0,
        unread: [],
      },
      evidence: "checked",
    });
    expect(await task("settle-invoices")).toMatchObject({ status: "done", evidence: "checked" });
    // The actions were never read: nothing is known of them.
    expect(await task("pay-actions")).toMatchObject({ status: "unknown" });
    expect((await closing()).closure).toBeNull();
    expect((await closing()).closingPath).toMatchObject({ ask: "account", kind: "brand" });
  });

  it("reckons no lacking balance without the sign-up date, on which the fees depend", async () => {
    const facts: Facts = {
      closingAccount: "other-brand",
      fundingBalance: { amount: "0.00", asOf: "2026-06-01" },
    };
    const { task } = await aLeaver({ connected: true, facts });
    expect(await task("cover-required-funding")).toMatchObject({ status: "unknown" });
    expect(await task("withdraw-switches")).toMatchObject({ status: "done" });
  });

  it("knows from a connection that the account is a brand's", async () => {
    const facts: Facts = { signedUpOn: "2026-06-11", edition: "starter", closingAccount: "partner" };
    const { closing } = await aLeaver({ connected: true, facts });
    expect((await closing()).closingPath).toMatchObject({ route: "starter-ticket", kind: "brand" });
  });

  it("promises no fee and no refund day of a plan nobody knows", async () => {
    const facts: Facts = { signedUpOn: "2026-06-11", edition: "starter", closingAccount: "other-brand" };
    const { closing } = await aLeaver({ connected: true, facts });
    const { closure, explained } = await closing();
    expect(explained).toBe(false);
    expect(closure?.refund).toMatchObject({ refundBy: null, text: { id: "core.refund.text.brand" } });
  });
});

describe("the merchant's word on a task", () => {
  const other: Facts = { signedUpOn: "2026-06-11", edition: "starter", closingAccount: "other-brand" };

  it("stands in for what cannot be read, with its time", async () => {
    const { task, tell } = await aLeaver({ facts: other });
    expect(await task("delete-catalogs")).toMatchObject({
      status: "unknown",
      evidence: null,
      blocking: true,
    });
    await tell({ "told.delete-catalogs": "done" });
    expect(await task("delete-catalogs")).toMatchObject({
      status: "done",
      evidence: "told",
      statedAt: "2026-06-21T09:00:00Z",
    });
  });

  it("never stands against what was read", async () => {
    const { task, tell } = await aLeaver({ connected: true, facts: other });
    await tell({ "told.delete-catalogs": "open" });
    expect(await task("delete-catalogs")).toMatchObject({
      status: "done",
      evidence: "checked",
      statedAt: null,
    });
  });

  it("decides on the required funding, which is only reckoned", async () => {
    const facts: Facts = { signedUpOn: "2026-06-11", edition: "essentials" };
    const { task, tell } = await aLeaver({ connected: true, facts });
    expect(await task("cover-required-funding")).toMatchObject({ status: "unknown", checkable: false });
    await tell({ "told.cover-required-funding": "done" });
    expect(await task("cover-required-funding")).toMatchObject({ status: "done", evidence: "told" });
  });
});

describe("a partner's way", () => {
  const balance = (amount: string, more: Facts = {}): Facts => ({
    closingAccount: "partner",
    partnerBalance: { amount, asOf: "2026-06-21" },
    ...more,
  });

  it.each<[string, Facts, string, string]>([
    ["nothing is told", { closingAccount: "partner" }, "unknown", "none"],
    ["it is 0", balance("0.00"), "done", "empty"],
    ["it is under the threshold", balance("5", { withdrawalThreshold: "20" }), "open", "below-threshold"],
    [
      "it is given up",
      balance("5", { withdrawalThreshold: "20", balanceWay: "forfeit" }),
      "done",
      "below-threshold",
    ],
    [
      "a paystub is asked for",
      balance("5", { withdrawalThreshold: "20", balanceWay: "paystub" }),
      "open",
      "below-threshold",
    ],
    ["it will be paid out", balance("20.00", { withdrawalThreshold: "20" }), "open", "pays-out"],
  ])("has the balance as the merchant told it: %s", async (_, facts, status, band) => {
    const { closing, task } = await aLeaver({ facts });
    expect((await closing()).balance?.band ?? "none").toBe(band);
    expect((await task("partner-balance"))?.status).toBe(status);
  });

  it("needs no sign-up date, and calls nothing done that was never read", async () => {
    const { closing } = await aLeaver({ facts: { closingAccount: "partner", signedUpOn: "2026-01-01" } });
    expect((await closing()).tasks.map(({ status }) => status)).toEqual(Array(4).fill("unknown"));
  });
});
