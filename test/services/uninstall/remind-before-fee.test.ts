import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { remindBeforeFee } from "#app/services/uninstall/remind-before-fee.server.ts";
import { saveChoices } from "#app/services/uninstall/save-choices.server.ts";
import { aClosing, aClosingEvent, aConnection, at } from "#test/factories/rows.ts";
import { aLeftStore, textOf } from "./a-left-store.ts";

const asked = { choices: ["remind-before-fees" as const] };

describe("the reminder before a fee (E2)", () => {
  it("goes out three business days before the fee, not a day earlier", async () => {
    const { deps, shop, deliver } = await aLeftStore(asked);
    // 1 July 2026 is a Wednesday: three business days before it are Fri 26, Mon 29 and Tue 30 June.
    deps.clock.set("2026-06-26T03:59:59Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("not-due");
    deps.clock.set("2026-06-26T23:59:59Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    expect(deps.mailer.sent[0]?.subject).toBe("impact.com charges its next fee on Wed, Jul 1, 2026");
    expect(textOf(deps)).toContain("at least $30.00");
    expect(textOf(deps)).toContain("checked “Remind me before each fee”");
  });

  it("is written in the hours of the store's own day, on the first day at a moment of its own, and once", async () => {
    const { deps, shop, mails } = await aLeftStore(asked);
    const at = async (iso: string) => {
      deps.clock.set(iso);
      return remindBeforeFee({ shop }, deps);
    };
    // Before 8 in New York nobody is written to, and by 18 everybody was.
    expect(await at("2026-06-26T11:59:59Z")).toBe("not-due");
    expect(await at("2026-06-26T22:00:00Z")).toBe("reminded");
    expect(await at("2026-06-29T12:00:00Z")).toBe("reminded-before");
    expect(mails()).toHaveLength(1);
  });

  it("catches up a day that was missed from 8 to 20, and on the last day also later", async () => {
    for (const [iso, outcome] of [
      ["2026-06-29T11:59:59Z", "not-due"],
      ["2026-06-29T12:00:00Z", "reminded"],
      ["2026-06-29T23:59:59Z", "reminded"],
      ["2026-06-30T00:00:00Z", "not-due"],
      ["2026-07-01T00:00:00Z", "reminded"],
      ["2026-07-01T03:59:59Z", "reminded"],
    ] as const) {
      const { deps, shop } = await aLeftStore(asked);
      deps.clock.set(iso);
      expect([iso, await remindBeforeFee({ shop }, deps)]).toEqual([iso, outcome]);
    }
  });

  it("is written once for each fee, however often the round comes, and again for the next fee", async () => {
    const { deps, shop, mails } = await aLeftStore(asked);
    deps.clock.set("2026-06-29T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    for (const hour of ["13", "14", "15"]) {
      deps.clock.set(`2026-06-30T${hour}:00:00Z`);
      expect(await remindBeforeFee({ shop }, deps)).toBe("reminded-before");
    }
    deps.clock.set("2026-07-30T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    expect(mails().map(({ dedupeKey }) => dedupeKey.split(":").at(-1))).toEqual(["2026-07-01", "2026-08-01"]);
  });

  it("is not sent without a tick, after the tick was taken back, after a stop, or while installed", async () => {
    const plain = await aLeftStore();
    const withdrawn = await aLeftStore(asked);
    const neither = { remindBeforeFees: false, keepWatching: false };
    await saveChoices({ shop: withdrawn.shop, actor: "staff-1", choices: neither }, withdrawn.deps);
    const stopped = await aLeftStore(asked);
    await stopMail({ shop: stopped.shop, actor: "signed-link" }, stopped.deps);
    const installed = await aLeftStore({ ...asked, shop: { uninstalledAt: null } });
    for (const { deps, shop, mails } of [plain, withdrawn, stopped, installed]) {
      deps.clock.set("2026-06-30T12:00:00Z");
      expect(await remindBeforeFee({ shop }, deps)).toBe("not-wanted");
      expect(mails().filter(({ purpose }) => purpose === "fee-reminder")).toEqual([]);
    }
  });

  it("holds what its reader is told, fixed when it is written", async () => {
    const { deps, shop, mails } = await aLeftStore(asked);
    deps.clock.set("2026-06-30T12:00:00Z");
    await remindBeforeFee({ shop }, deps);
    expect(mails()[0]).toMatchObject({
      purpose: "fee-reminder",
      dedupeKey: `fee-reminder:${shop}:2026-07-01`,
      recipient: "owner@acme-outdoor.example",
      locale: "en",
      content: {
        shopName: "Acme Outdoor",
        account: "0001",
        timeZone: "America/New_York",
        currency: "USD",
        feeOn: "2026-07-01",
        maybe: false,
        minimum: "30.00",
        isEstimate: false,
        asOf: null,
        because: "choice",
      },
    });
  });

  it("calls a converted minimum an estimate, and names no account where none is connected", async () => {
    const { deps, shop, mails } = await aLeftStore({ ...asked, shop: { currency: "EUR" } });
    await deps.db.transact((work) => work.connections.remove(shop));
    deps.clock.set("2026-06-30T12:00:00Z");
    await remindBeforeFee({ shop }, deps);
    expect(mails()[0]?.content).toMatchObject({ account: null, currency: "EUR", isEstimate: true });
  });

  it("says without a sign-up date of no fee that it may come", async () => {
    const { deps, shop, mails } = await aLeftStore({ ...asked, signedUpOn: null });
    deps.clock.set("2026-06-30T12:00:00Z");
    await remindBeforeFee({ shop }, deps);
    expect(mails()[0]?.content).toMatchObject({ maybe: false, minimum: null, isEstimate: false });
  });

  it("is not due in the middle of a day before, nor on the day of the first of two possible fees", async () => {
    const { deps, shop } = await aLeftStore({ ...asked, signedUpOn: "2026-06-01" });
    for (const iso of ["2026-06-25T16:00:00Z", "2026-07-01T16:00:00Z"]) {
      deps.clock.set(iso);
      expect(await remindBeforeFee({ shop }, deps)).toBe("not-due");
    }
  });

  it("goes nowhere without an address, for an account without a fee, or of a store nobody knows", async () => {
    const nameless = await aLeftStore({ ...asked, shop: { contactEmail: null } });
    nameless.deps.clock.set("2026-06-30T12:00:00Z");
    expect(await remindBeforeFee({ shop: nameless.shop }, nameless.deps)).toBe("no-address");
    expect(await remindBeforeFee({ shop: "never.myshopify.com" }, nameless.deps)).toBe("not-wanted");

    const partner = await aLeftStore(asked);
    await partner.deps.db.connections.save(aConnection({ shop: partner.shop, kind: "partner" }));
    partner.deps.clock.set("2026-06-30T12:00:00Z");
    expect(await remindBeforeFee({ shop: partner.shop }, partner.deps)).toBe("not-wanted");
  });

  it("is not sent to a merchant who began closing and stopped e-mails", async () => {
    const { deps, shop, mails } = await aLeftStore({ shop: { mailStoppedAt: at("2026-06-21T08:30:00Z") } });
    await deps.db.closingRequests.open(aClosing({ shop }), aClosingEvent());
    deps.clock.set("2026-06-30T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("not-wanted");
    expect(mails()).toEqual([]);
  });

  it("is sent to a merchant who began closing, without any tick", async () => {
    const { deps, shop, deliver } = await aLeftStore();
    await deps.db.closingRequests.open(aClosing({ shop }), aClosingEvent());
    deps.clock.set("2026-06-30T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    expect(textOf(deps)).toContain("your closing request for Acme Outdoor is not finished");
  });

  it("is dropped when it was stopped, or the fee's day came, before it could go out", async () => {
    const stopped = await aLeftStore(asked);
    const late = await aLeftStore(asked);
    for (const { deps, shop } of [stopped, late]) {
      deps.clock.set("2026-06-30T12:00:00Z");
      await remindBeforeFee({ shop }, deps);
    }
    await stopMail({ shop: stopped.shop, actor: "signed-link" }, stopped.deps);
    late.deps.clock.set("2026-07-01T04:00:00Z");
    await stopped.deliver();
    await late.deliver();
    expect(stopped.mails()[0]).toMatchObject({ state: "dropped", lastError: "reminders no longer wanted" });
    expect(late.mails()[0]).toMatchObject({ state: "dropped", lastError: "the fee's day has come" });
  });

  it("takes the next 1st as the fee's day when nobody told the sign-up date, and promises no figure", async () => {
    const { deps, shop, deliver } = await aLeftStore({ ...asked, signedUpOn: null });
    deps.clock.set("2026-06-29T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    expect(textOf(deps)).toContain("Wed, Jul 1, 2026");
    expect(textOf(deps)).toContain("at least the minimum fee.");
  });

  it("is not sent for an account that impact.com calls closed", async () => {
    const { deps, shop } = await aLeftStore(asked);
    const closed = [{ id: "1", name: "Acme", state: "CLOSED" }];
    await deps.db.snapshots.saveRead(shop, "Campaigns", closed, deps.clock.now());
    deps.clock.set("2026-06-30T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("closed");
  });

  it("goes out before the earlier of two possible first fees too, and says that it may come (G4)", async () => {
    const { deps, shop, mails, deliver } = await aLeftStore({ ...asked, signedUpOn: "2026-06-01" });
    deps.clock.set("2026-06-29T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    expect(deps.mailer.sent[0]?.subject).toBe("impact.com may charge its first fee on Wed, Jul 1, 2026");
    expect(textOf(deps)).toContain("First fee, possibly on Wed, Jul 1, 2026: at least $30.00.");
    deps.clock.set("2026-07-30T12:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    expect(textOf(deps)).toContain("Next fee on Sat, Aug 1, 2026: at least $30.00.");
    expect(mails()).toHaveLength(2);
  });
});
