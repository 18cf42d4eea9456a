import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, onTestFinished } from "vitest";
import type {
  ActionItem,
  ActionSlice,
  FetchResult,
  ImpactCredentials,
  ReadFailure,
} from "#app/ports/impact.ts";
import type { BrandApi } from "#app/ports/impact-api.ts";
import { planEverything } from "#app/services/sync/plan-slices.ts";
import { openClock } from "#sandbox/clock/clock.ts";
import { createImpactSandbox } from "#sandbox/impact/index.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { aClient, actionsOf, reversalsOf } from "./harness.ts";

// Two days on which both accounts have pending and, in the busy one, locked, reversed and paid actions.
const DAYS = ["2026-06-10", "2026-09-01"];
const cases = demoAccounts()
  .filter(({ seed }) => seed.sandbox.key === "story" || seed.sandbox.key === "busy")
  .flatMap(({ seed }) => DAYS.map((day) => [seed.sandbox.key, day, seed] as const));

/** The client, speaking real HTTP to a sandbox that stands on `day`, nine o'clock. */
async function connect(day: string, timeZone: string): Promise<BrandApi> {
  const dataDir = mkdtempSync(join(tmpdir(), "impact-client-"));
  const now = Temporal.PlainDateTime.from(`${day}T09:00`).toZonedDateTime(timeZone).toInstant();
  const clock = openClock(join(dataDir, "clock.json"), { systemNow: () => 0, initial: now });
  const sandbox = createImpactSandbox({ clock, dataDir, log: { info: () => undefined } });
  const app = express().use("/impact-api", sandbox.api);
  const server = await new Promise<ReturnType<typeof app.listen>>((ready) => {
    const started = app.listen(0, "127.0.0.1", () => ready(started));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(dataDir, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  return aClient({ clock, baseUrl: `http://127.0.0.1:${port}/impact-api` }).api;
}

function succeeded<T>(fetchResult: FetchResult<T>): T {
  if (fetchResult.outcome !== "read") throw new Error(JSON.stringify(fetchResult satisfies ReadFailure));
  return fetchResult.value;
}

/** Everything a plan reads: each action as it was seen last, reversed on the day the updates say. */
async function everyAction(
  api: BrandApi,
  credentials: ImpactCredentials,
  plan: ActionSlice[],
): Promise<ActionItem[]> {
  const byId = new Map<string, ActionItem>();
  for (const slice of plan) {
    if (slice.list === "reversals-of-tracked") {
      for (const { actionId, reversedOn } of succeeded(await reversalsOf(api, credentials, slice))) {
        const action = byId.get(actionId);
        if (action) byId.set(actionId, { ...action, reversedOn });
      }
    } else {
      for (const item of succeeded(await actionsOf(api, credentials, slice))) byId.set(item.id, item);
    }
  }
  return [...byId.values()];
}

describe.each(cases)("the account %s on %s", (_key, day, { sandbox, account }) => {
  const credentials = { accountSid: sandbox.sid, authToken: sandbox.token };
  const today = Temporal.PlainDate.from(day);

  it("gives its company and programs", async () => {
    const api = await connect(day, account.timeZone);
    expect(succeeded(await api.readCompany(credentials))).toEqual({
      name: sandbox.company.name,
      currency: account.currency,
      timeZone: account.timeZone,
    });
    const programs = succeeded(await api.readPrograms(credentials));
    expect(programs.map(({ id, name }) => ({ id: Number(id), name }))).toEqual(sandbox.programs);
  });

  it("gives every action tracked so far, each once, with its amounts and days", async () => {
    const api = await connect(day, account.timeZone);
    const programs = succeeded(await api.readPrograms(credentials));
    const read = await everyAction(api, credentials, planEverything(programs, today));

    const facts = (action: (typeof account.actions)[number]) => ({
      id: action.id,
      program: action.program,
      partner: action.partner,
      amount: Number(action.amount),
      payout: Number(action.payout),
      trackedOn: action.trackedOn,
      locksOn: action.locksOn,
      reversedOn: action.reversedOn !== null && action.reversedOn <= day ? action.reversedOn : null,
    });
    const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
    const expected = account.actions.filter((action) => action.trackedOn <= day);
    expect(read.map(facts).sort(byId)).toEqual(expected.map(facts).sort(byId));
    for (const action of read.filter((one) => one.state === "PENDING")) {
      expect(action.locksOn === null || action.locksOn > day).toBe(true);
    }
  });

  it("gives its contracts, invoices and catalogs", async () => {
    const api = await connect(day, account.timeZone);
    const programs = succeeded(await api.readPrograms(credentials));
    const contracts = succeeded(await api.readContracts(credentials, programs));
    const partners = new Map(sandbox.partners.map(({ id, name }) => [String(id), name]));
    for (const contract of contracts) {
      const seeded = account.contracts.find(({ id }) => id === contract.id);
      if (seeded) expect(partners.get(contract.partner)).toBe(seeded.partner);
    }
    expect(contracts.filter(({ status }) => status === "ACTIVE").length).toBeGreaterThan(0);
    const invoices = succeeded(await api.readInvoices(credentials));
    expect(invoices.length > 0).toBe(day !== "2026-06-10" || sandbox.key === "busy");
    expect(invoices.every(({ item: { status, paidOn } }) => (status === "PAID") === (paidOn !== null))).toBe(
      true,
    );
    const catalogs = succeeded(await api.readCatalogs(credentials));
    expect(catalogs).toEqual(account.catalogs);
  });
});
