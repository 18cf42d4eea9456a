import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { stillAhead, warningFacts } from "#app/services/uninstall/warning-facts.ts";
import { aClosing, aClosingEvent, aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore, isNotedClosed } from "./a-left-store.ts";

type Options = NonNullable<Parameters<typeof aLeftStore>[0]>;
const triggeredAt = at("2026-06-21T08:59:00Z");

/** A store whose app is still there; `warned` is what its warning holds once it removes the app. */
async function aStore(options: Options = {}) {
  const store = await aLeftStore({ ...options, shop: { uninstalledAt: null, ...options.shop } });
  const { deps, shop, mails } = store;
  return {
    ...store,
    tells: (facts: Record<string, unknown>) =>
      deps.db.statedFacts.save(
        shop,
        Object.entries(facts).map(([name, value]) => ({
          ...{ name, value: value as string, statedAt: at("2026-06-01T10:00:00Z"), statedBy: "staff-1" },
        })),
      ),
    warned: async () => {
      expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("warned");
      return mails()[0]?.content;
    },
  };
}

describe("what the warning of an uninstall holds", () => {
  it("is what S3's account costs, fixed on that day", async () => {
    const { warned } = await aStore();
    expect(await warned()).toEqual({
      account: "0001",
      asOf: null,
      closing: null,
      commissions: null,
      commissionsAreLeast: false,
      currency: "USD",
      dataKept: false,
      earliest: null,
      firstFee: null,
      installedAt: "2026-05-12T13:00:00Z",
      lastMonths: null,
      minimum: { perMonth: "30.00", perYear: "360.00", bound: "atLeast" },
      nextFee: { amount: "30.00", bound: "atLeast", date: "2026-07-01" },
      overdue: null,
      request: null,
      shopName: "Acme Outdoor",
      stop: null,
      timeZone: "America/New_York",
      trialEndsOn: null,
      variant: "open",
    });
  });

  it("is no figure where no sign-up date is known, in the store's own zone and currency", async () => {
    const { warned } = await aStore({
      signedUpOn: null,
      shop: { timeZone: "Europe/Paris", currency: "EUR" },
    });
    expect(await warned()).toEqual({
      account: "0001",
      asOf: null,
      closing: null,
      commissions: null,
      commissionsAreLeast: false,
      currency: "EUR",
      dataKept: false,
      earliest: null,
      firstFee: null,
      installedAt: "2026-05-12T13:00:00Z",
      lastMonths: null,
      minimum: null,
      nextFee: null,
      overdue: null,
      request: null,
      shopName: "Acme Outdoor",
      stop: null,
      timeZone: "Europe/Paris",
      trialEndsOn: null,
      variant: "open",
    });
  });

  it("is what a store that never connected an account must check itself", async () => {
    const deps = createFakeDeps();
    const shop = aShop();
    await deps.db.shops.save(shop);
    await handleUninstall({ shop: shop.shop, triggeredAt }, deps);
    expect(deps.db.rows().mails[0]?.content).toMatchObject({ variant: "neverConnected", account: null });
    const circumstances = { usedElsewhere: false, dataKept: false, closing: null, request: null };
    expect(warningFacts(shop, null, circumstances)).toMatchObject({
      variant: "neverConnected",
      account: null,
      timeZone: "America/New_York",
      currency: "USD",
      asOf: null,
      earliest: null,
      overdue: null,
      nextFee: null,
    });
  });

  it("names both days of a first fee while it is open which (G4)", async () => {
    const { warned } = await aStore({ signedUpOn: "2026-06-01" });
    expect(await warned()).toMatchObject({
      nextFee: { date: "2026-08-01" },
      firstFee: { earliest: "2026-07-01", expected: "2026-08-01" },
    });
  });

  it("says what is overdue, when impact.com was asked, and the earliest day of a closing", async () => {
    const store = await aStore({ choices: ["keep-watching"] });
    store.deps.impact.readInvoices = async () => ({
      outcome: "read",
      value: [
        {
          item: { id: "I-1", dueOn: "2026-06-01", total: "75.00", status: "OVERDUE", paidOn: null },
          currency: "USD",
        },
      ],
    });
    await refreshFacts({ shop: store.shop }, store.deps);
    expect(await store.warned()).toMatchObject({
      overdue: { amount: "75.00", since: "2026-06-01" },
      commissions: "0.00",
      asOf: "2026-06-21T09:00:00Z",
      earliest: "2026-06-21",
    });
  });

  it("says that the data is kept for a choice or a request that is open, and else that it goes", async () => {
    const kept = async (options: Options, isOpen = false) => {
      const { deps, shop, warned } = await aStore(options);
      if (isOpen) await deps.db.closingRequests.open(aClosing({ shop }), aClosingEvent());
      return warned();
    };
    expect(await kept({})).toMatchObject({ dataKept: false });
    expect(await kept({ choices: ["remind-before-fees"] })).toMatchObject({ dataKept: true });
    expect(await kept({ choices: ["keep-watching"] })).toMatchObject({ dataKept: true });
    expect(await kept({}, true)).toMatchObject({ dataKept: true, request: { standing: "ready" } });
  });
});

describe("which story the warning tells", () => {
  it("is the account's that another installed store uses too", async () => {
    const { deps, warned } = await aStore();
    const other = aShop();
    await deps.db.shops.save(other);
    await deps.db.connections.save(aConnection({ shop: other.shop }));
    expect(await warned()).toMatchObject({ variant: "usedElsewhere" });
  });

  it("is that of an account without a fee, or of another edition", async () => {
    const partner = await aStore();
    await partner.deps.db.connections.save(aConnection({ shop: partner.shop, kind: "partner" }));
    expect(await partner.warned()).toMatchObject({ variant: "noFee" });
    // Nobody connected an account: the merchant's own answer says what it is.
    for (const [closingAccount, variant] of [
      ["partner", "noFee"],
      ["other-brand", "otherEdition"],
    ] as const) {
      const { deps, shop, tells, warned } = await aStore({ signedUpOn: null });
      await deps.db.transact((work) => work.connections.remove(shop));
      await tells({ closingAccount });
      expect(await warned()).toMatchObject({ variant, account: null });
    }
  });

  it("is that of a trial, until the trial cannot be cancelled any more", async () => {
    const trial = await aStore();
    await trial.tells({ trialEndsOn: "2026-07-12" });
    expect(await trial.warned()).toMatchObject({ variant: "trial", trialEndsOn: "2026-07-12" });
    const charged = await aStore();
    await charged.tells({ trialEndsOn: "2026-07-12", cardEverCharged: true });
    expect(await charged.warned()).toMatchObject({ variant: "open", trialEndsOn: null });
    const undated = await aStore({ signedUpOn: null });
    await undated.tells({ trialEndsOn: "2026-07-12" });
    expect(await undated.warned()).toMatchObject({ variant: "open", trialEndsOn: null });
  });
});

describe("a closing that impact.com still shows as open", () => {
  it("is said with the moment impact.com was asked after it was noted, and not with an earlier one", async () => {
    const open = [{ id: "1", name: "Acme", state: "ACTIVE" }];
    const stillOpenAt = async (checkedAt: string, programs: object[] = open) => {
      const { deps, shop, row } = await aStore();
      await isNotedClosed({ deps, shop });
      await deps.db.snapshots.saveRead(shop, "Campaigns", programs, at(checkedAt));
      const view = await loadAccount({ shop }, deps);
      const closing = { reference: "SET-7KQ2-M9XD", at: at("2026-06-21T09:00:00Z"), isProved: true };
      const facts = warningFacts(row, view, { usedElsewhere: false, dataKept: true, closing, request: null });
      return facts.closing?.stillOpenAt;
    };
    expect(await stillOpenAt("2026-06-21T09:00:01Z")).toBe("2026-06-21T09:00:01Z");
    expect(await stillOpenAt("2026-06-21T09:00:00Z")).toBeNull();
    expect(await stillOpenAt("2026-06-21T10:00:00Z", [])).toBeNull();
  });
});

describe("a warning that waited", () => {
  const facts = async (signedUpOn: string) => {
    const { deps, shop, row } = await aStore({ signedUpOn });
    const circumstances = { usedElsewhere: false, dataKept: false, closing: null, request: null };
    return warningFacts(row, await loadAccount({ shop }, deps), circumstances);
  };

  it("names the next fee through its day, in the account's zone, and not after it", async () => {
    const written = await facts("2026-05-12");
    const next = (iso: string) => stillAhead(written, at(iso)).nextFee?.date ?? null;
    expect(next("2026-07-02T03:59:59Z")).toBe("2026-07-01");
    expect(next("2026-07-02T04:00:00Z")).toBeNull();
    expect(stillAhead(written, at("2026-07-02T04:00:00Z")).minimum).toEqual(written.minimum);
  });

  it("names both days of the first fee until the earlier has gone by", async () => {
    const written = await facts("2026-06-01");
    const first = (iso: string) => stillAhead(written, at(iso)).firstFee;
    expect(first("2026-07-02T03:59:59Z")).toEqual({ earliest: "2026-07-01", expected: "2026-08-01" });
    expect(first("2026-07-02T04:00:00Z")).toBeNull();
    expect(stillAhead(written, at("2026-07-02T04:00:00Z")).nextFee?.date).toBe("2026-08-01");
  });

  it("has none to name where none was known", async () => {
    const { row } = await aStore();
    const circumstances = { usedElsewhere: false, dataKept: false, closing: null, request: null };
    const written = warningFacts(row, null, circumstances);
    expect(stillAhead(written, at("2026-06-21T09:00:00Z"))).toMatchObject({ nextFee: null, firstFee: null });
  });
});
