import { describe, expect, it } from "vitest";
import type { ReadFailure } from "#app/ports/index.ts";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { disconnectAccount } from "#app/services/connection/disconnect-account.server.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { checkTask } from "#app/services/watch/check-task.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const credentials = { accountSid: "IRone", authToken: "s3cr3t-token" };
const input = { shop, actor: "staff-1", credentials };
const RESOURCES = [
  "ActionUpdates",
  "Actions",
  "Campaigns",
  "Catalogs",
  "CompanyInformation",
  "Contracts",
  "Invoices",
];
const failures: ReadFailure[] = [
  { outcome: "unauthorized" },
  { outcome: "forbidden", resource: "CompanyInformation" },
  { outcome: "rate-limited", retryAt: "2026-06-21T10:00:00Z" },
  { outcome: "unavailable", reason: "timeout" },
  { outcome: "unavailable", reason: "not-json" },
  { outcome: "unexpected-answer", resource: "CompanyInformation", field: "Currency" },
];

describe("connecting an account", () => {
  it("keeps the token sealed for its shop and reads everything once", async () => {
    const deps = createFakeDeps();
    expect(await connectAccount(input, deps)).toEqual({
      outcome: "connected",
      kind: "brand",
      asksFacts: true,
    });
    const stored = await deps.db.connections.find(shop);
    expect(stored).toMatchObject({ accountSid: "IRone", connectedBy: "staff-1" });
    expect(stored?.sealedToken).not.toBe("s3cr3t-token");
    expect(deps.seal.open(shop, stored?.sealedToken ?? "")).toBe("s3cr3t-token");
    const snapshots = await deps.db.snapshots.all(shop);
    expect(snapshots.map(({ resource }) => resource).sort()).toEqual(RESOURCES);
    expect(snapshots.filter(({ failure }) => failure)).toEqual([]);
    // Whatever ends this process before all is read, the queue goes on with it.
    expect(deps.db.jobs).toContainEqual({ name: "sync-actions", data: { shop, purpose: "continue" } });
  });

  it("is no reason to ask for the key facts again where some were stated before", async () => {
    const deps = createFakeDeps();
    const fact = { name: "signedUpOn", value: "2026-05-12", statedAt: deps.clock.now(), statedBy: "staff-1" };
    await deps.db.statedFacts.save(shop, [fact]);
    expect(await connectAccount(input, deps)).toMatchObject({ outcome: "connected", asksFacts: false });
  });

  it.each(["readPrograms", "readCatalogs", "readContracts", "readActionPages"] as const)(
    "keeps nothing of the account before, when another one is connected during its %s",
    async (step) => {
      const deps = createFakeDeps();
      await connectAccount(input, deps);
      const second = { ...credentials, accountSid: "IRtwo" };
      const state = async () => [await deps.db.connections.find(shop), await deps.db.snapshots.all(shop)];
      let after: unknown;
      const read = deps.impact[step].bind(deps.impact) as (...args: unknown[]) => Promise<never>;
      const readCompany = deps.impact.readCompany.bind(deps.impact);
      deps.impact.readCompany = async (who) => {
        const answer = await readCompany(who);
        if (answer.outcome !== "read") return answer;
        return { ...answer, value: { ...answer.value, name: `Company of ${who.accountSid}` } };
      };
      Object.assign(deps.impact, {
        [step]: async (...args: unknown[]) => {
          const [{ accountSid }] = args as [{ accountSid: string }];
          if (accountSid === "IRone" && after === undefined) {
            after = null;
            await connectAccount({ ...input, credentials: second }, deps);
            deps.clock.set("2026-06-21T11:00:00Z");
            after = await state();
          }
          return read(...args);
        },
      });
      deps.clock.set("2026-06-21T10:30:00Z");
      expect(["refreshed", "not-connected"]).toContain(await refreshFacts({ shop }, deps));
      expect(after).not.toBeUndefined();
      expect(JSON.stringify(after)).toContain("Company of IRtwo");
      expect(await state()).toEqual(after);
    },
  );

  it.each(failures)(
    "says why when impact.com answers %j, and keeps the earlier connection",
    async (failure) => {
      const deps = createFakeDeps();
      await connectAccount(input, deps);
      const before = [await deps.db.connections.find(shop), await deps.db.snapshots.all(shop)];
      deps.impact.fail.readCompany = failure;
      const again = { ...input, credentials: { accountSid: "IRtwo", authToken: "other" } };
      expect(await connectAccount(again, deps)).toEqual({ outcome: "refused", failure });
      expect([await deps.db.connections.find(shop), await deps.db.snapshots.all(shop)]).toEqual(before);
    },
  );

  it("leaves a line when impact.com refuses the token, without token and account", async () => {
    const deps = createFakeDeps();
    const logged: unknown[] = [];
    deps.log.warn = (...line: unknown[]) => void logged.push(line);
    deps.impact.fail.readCompany = { outcome: "unauthorized" };
    await connectAccount(input, deps);
    expect(logged).toEqual([[{ shop, failure: "unauthorized" }, "a token was refused"]]);
  });

  it("stays connected when only one list may not be read, and says which", async () => {
    const deps = createFakeDeps();
    const failure = { outcome: "forbidden", resource: "Invoices" } as const;
    deps.impact.fail.readInvoices = failure;
    expect(await connectAccount(input, deps)).toEqual({
      outcome: "connected",
      kind: "brand",
      asksFacts: true,
    });
    const failed = (await deps.db.snapshots.all(shop)).filter((snapshot) => snapshot.failure);
    expect(failed).toMatchObject([{ resource: "Invoices", failure, checkedAt: null }]);
  });

  it.each([
    ["the account's currency", "USD", null],
    ["another one", "EUR", "other-currency"],
    ["one it does not name", null, null],
  ])("knows the invoices with one in %s, or sets it aside", async (_, currency, problem) => {
    const deps = createFakeDeps();
    const item = { id: "I-1", dueOn: "2026-07-16", total: "75", status: "PENDING" as const, paidOn: null };
    deps.impact.readInvoices = async () => ({
      outcome: "read",
      value: [
        { item: { ...item, id: "I-0" }, currency: "USD" },
        { item, currency },
      ],
    });
    expect(await connectAccount(input, deps)).toEqual({
      outcome: "connected",
      kind: "brand",
      asksFacts: true,
    });
    const kept = (await deps.db.snapshots.all(shop)).find(({ resource }) => resource === "Invoices");
    expect(kept).toMatchObject({ failure: null, body: problem ? [{ id: "I-0" }] : [{ id: "I-0" }, item] });
    await checkTask({ shop, task: "settle-invoices" }, deps);
    const aside = await deps.db.setAside.first({ shop, accountSid: input.credentials.accountSid }, 10);
    expect(aside).toMatchObject(problem ? [{ resource: "Invoices", id: "I-1", problem }] : []);
    // The operator learns of it; the merchant's amounts stay out of that.
    const stated = (await deps.db.schemaDrifts.unnotified(10)).map(({ field, value }) => `${field} ${value}`);
    expect(stated).toEqual(problem ? ["Invoices[].Currency null"] : []);
  });

  it("knows no invoices where all are in another currency than the account", async () => {
    const deps = createFakeDeps();
    const item = { id: "I-1", dueOn: "2026-07-16", total: "75", status: "PENDING" as const, paidOn: null };
    deps.impact.readInvoices = async () => ({ outcome: "read", value: [{ item, currency: "EUR" }] });
    await connectAccount(input, deps);
    const kept = (await deps.db.snapshots.all(shop)).find(({ resource }) => resource === "Invoices");
    const failure = { outcome: "mixed-currencies", expected: "USD", found: "EUR" };
    expect(kept).toMatchObject({ failure, body: null });
  });

  it("forgets what was read from another account", async () => {
    const deps = createFakeDeps();
    await connectAccount(input, deps);
    deps.impact.fail.readInvoices = { outcome: "unauthorized" };
    await connectAccount({ ...input, credentials: { accountSid: "IRtwo", authToken: "t" } }, deps);
    const invoices = (await deps.db.snapshots.all(shop)).find(({ resource }) => resource === "Invoices");
    expect(invoices).toMatchObject({ body: null, checkedAt: null });
  });
});

describe("what was told", () => {
  const stated = {
    name: "signedUpOn",
    value: "2026-05-12",
    statedAt: at("2026-06-21T09:00:00Z"),
    statedBy: "a",
  };

  it("stays when the same account gets another token, or when it was told before any account was connected", async () => {
    const deps = createFakeDeps();
    await deps.db.statedFacts.save(shop, [stated]);
    await connectAccount(input, deps);
    await connectAccount({ ...input, credentials: { ...credentials, authToken: "newer" } }, deps);
    expect(await deps.db.statedFacts.all(shop)).toEqual([stated]);
  });

  it("is forgotten with the account it was told of", async () => {
    const deps = createFakeDeps();
    await connectAccount(input, deps);
    await deps.db.statedFacts.save(shop, [stated]);
    await connectAccount({ ...input, credentials: { accountSid: "IRtwo", authToken: "t" } }, deps);
    expect(await deps.db.statedFacts.all(shop)).toEqual([]);
  });
});

describe("refreshing the facts", () => {
  it("keeps what was known of a list that cannot be read now", async () => {
    const deps = createFakeDeps();
    await connectAccount(input, deps);
    deps.clock.set("2026-06-21T10:00:00Z");
    deps.impact.fail.readActionPages = { outcome: "unavailable", reason: "network" };
    expect(await refreshFacts({ shop }, deps)).toBe("refreshed");
    const actions = (await deps.db.snapshots.all(shop)).find(({ resource }) => resource === "Actions");
    expect(actions).toMatchObject({
      body: { all: 0, pending: 0 },
      checkedAt: at("2026-06-21T09:00:00Z"),
      triedAt: at("2026-06-21T10:00:00Z"),
      failure: { outcome: "unavailable", reason: "network" },
    });
  });

  it("knows nothing of contracts and actions while the programs cannot be read", async () => {
    const deps = createFakeDeps();
    deps.impact.fail.readPrograms = { outcome: "unavailable", reason: "server-error" };
    await connectAccount(input, deps);
    const failed = (await deps.db.snapshots.all(shop)).filter(({ failure }) => failure);
    expect(failed.map(({ resource }) => resource).sort()).toEqual(["Actions", "Campaigns", "Contracts"]);
  });

  it("asks nothing without a token", async () => {
    const deps = createFakeDeps();
    expect(await refreshFacts({ shop }, deps)).toBe("not-connected");
    await connectAccount(input, deps);
    await deps.db.connections.destroyToken(shop);
    expect(await refreshFacts({ shop }, deps)).toBe("not-connected");
  });
});

describe("disconnecting", () => {
  it("destroys the token and what was read with it, and keeps what the merchant told", async () => {
    const deps = createFakeDeps();
    await connectAccount(input, deps);
    const stated = [{ name: "edition", value: "starter", statedAt: deps.clock.now(), statedBy: "staff-1" }];
    await deps.db.statedFacts.save(shop, stated);
    await disconnectAccount({ shop, actor: "staff-1" }, deps);
    expect(await deps.db.connections.find(shop)).toBeNull();
    expect(await deps.db.snapshots.all(shop)).toEqual([]);
    expect(await deps.db.statedFacts.all(shop)).toEqual(stated);
  });
});
