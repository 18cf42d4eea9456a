import { describe, expect, it } from "vitest";
import type { MerchantEvent } from "#app/ports/index.ts";
import { FLOW_PAYLOAD_LIMIT, flowCall } from "#app/services/events/flow-payload.ts";
import { merchantEvents } from "#app/services/events/merchant-events.server.ts";
import { sendMerchantEvent } from "#app/services/events/send-merchant-event.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

const reopened: Extract<MerchantEvent, { type: "closing-task-reopened" }> = {
  type: "closing-task-reopened",
  task: "expire-contracts",
  leftovers: ["S-777"],
  count: 1,
};

/** One event that waits. */
async function anEvent() {
  const deps = createFakeDeps();
  const merchant = aShop();
  const { shop } = merchant;
  await deps.db.shops.save(merchant);
  await deps.db.transact((work) => merchantEvents(work, deps.clock.now()).publish(shop, reopened));
  const [{ id: eventId } = { id: "" }] = deps.db.rows().outboundEvents;
  return {
    deps,
    merchant,
    eventId,
    send: () => sendMerchantEvent({ shop, eventId }, deps),
    row: () => deps.db.rows().outboundEvents[0],
  };
}

describe("an event for Shopify Flow", () => {
  it("waits with its job in the transaction that makes it true", async () => {
    const { deps, merchant, eventId } = await anEvent();
    expect(deps.db.jobs).toEqual([{ name: "send-merchant-event", data: { shop: merchant.shop, eventId } }]);
    const undone = deps.db.transact(async (work) => {
      await merchantEvents(work, deps.clock.now()).publish(merchant.shop, reopened);
      throw new Error("the commit failed");
    });
    await expect(undone).rejects.toThrow();
    expect(deps.db.rows().outboundEvents).toHaveLength(1);
  });

  it("is sent once, whoever runs its job how often", async () => {
    const { deps, merchant, eventId, send } = await anEvent();
    expect((await Promise.all([send(), send(), send()])).sort()).toEqual(["sent", "taken", "taken"]);
    expect(await send()).toBe("done-before");
    expect(deps.flow.received).toEqual([
      {
        shop: merchant.shop,
        handle: "closing-task-reopened",
        payload: { "Event ID": eventId, Task: "expire-contracts", "Number left": 1, Leftovers: "S-777" },
      },
    ]);
  });

  it("goes again under the same id after an outage or a lost answer", async () => {
    const { deps, eventId, send, row } = await anEvent();
    deps.flow.answer = { outcome: "unavailable", reason: "Throttled" };
    await expect(send()).rejects.toThrow("Throttled");
    expect(row()).toMatchObject({ state: "pending", attempts: 1, lastError: "Throttled" });
    deps.flow.answer = { outcome: "received" };
    expect(await send()).toBe("sent");
    expect(deps.flow.received.map(({ payload }) => payload["Event ID"])).toEqual([eventId]);
  });

  it("is dropped when Shopify refuses it, the app is gone, or a day has passed", async () => {
    const refused = await anEvent();
    refused.deps.flow.answer = { outcome: "refused", reason: "Invalid handle" };
    expect(await refused.send()).toBe("dropped");
    expect(refused.row()).toMatchObject({ state: "dropped", lastError: "Invalid handle" });
    const gone = await anEvent();
    gone.deps.flow.answer = { outcome: "not-installed" };
    expect(await gone.send()).toBe("dropped");
    const left = await anEvent();
    await left.deps.db.shops.save({ ...left.merchant, uninstalledAt: at("2026-06-21T09:00:00Z") });
    expect(await left.send()).toBe("dropped");
    const late = await anEvent();
    late.deps.clock.set("2026-06-22T09:00:00Z");
    expect(await late.send()).toBe("dropped");
    expect([...left.deps.flow.received, ...late.deps.flow.received]).toEqual([]);
  });

  it("stays below Shopify's limit however much is left over", () => {
    const leftovers = Array.from({ length: 5_000 }, (_, index) => `${index} ${"界".repeat(1_000)}`);
    const { payload } = flowCall({ id: "an-id", event: { ...reopened, leftovers, count: 5_000 } });
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(FLOW_PAYLOAD_LIMIT);
    expect(payload["Number left"]).toBe(5_000);
  });

  it("names a charge in the currency's own digits, and no day that nobody knows", () => {
    const charge = (minor: number, currency: string, on: string | null) =>
      flowCall({ id: "i", event: { type: "next-charge-changed", amount: { minor, currency }, on } }).payload;
    expect(charge(3050, "USD", "2026-07-01")).toEqual({
      "Event ID": "i",
      Amount: 30.5,
      Currency: "USD",
      "Charge date": "2026-07-01",
    });
    expect(charge(3050, "JPY", null)).toEqual({ "Event ID": "i", Amount: 3050, Currency: "JPY" });
  });
});

describe("the status of a closing request", () => {
  it("is told at every change of state and at no other step", async () => {
    const { deps, tell } = await aRequest();
    await tell("told-reply");
    await tell("told-follow-up", {});
    await tell("told-closed");
    const notified = deps.db.rows().outboundEvents.map(({ event }) => "state" in event && event.state);
    expect(notified).toEqual(["ready", "sent", "acknowledged", "closed"]);
  });
});
