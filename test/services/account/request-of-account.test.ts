import { describe, expect, it } from "vitest";
import type { RequestState, RequestTrigger } from "#app/domain/index.ts";
import {
  currentRequest,
  latestRequest,
  requestUnderWay,
  underWayFor,
} from "#app/services/account/current-request.server.ts";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { isPutAway, putAwayFailure, putAwayWord } from "#app/services/account/put-away.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import {
  knownClosing,
  notedClosing,
  unfinishedRequest,
} from "#app/services/account/unfinished-request.server.ts";
import { aClosing, aClosingEvent, aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";
const [FIRST, SECOND, THIRD] = ["IRtestSid0000001", "IRtestSid0000002", "IRtestSid0000003"];
const PROOF = { proof: "impact.com says so.", ticketNumber: "7", reference: "SET-7KQ2-M9XD" };
type Step = [trigger: RequestTrigger, toState: RequestState, hour: string, evidence?: Record<string, string>];

const SENT: Step = ["told-handed-over", "handed-over", "10"];
const CLOSED: Step = ["told-closed", "closed", "11"];
const REFUNDED: Step = ["told-refunded", "refund-received", "14"];
const WITHDRAWN: Step = ["told-withdrawn", "withdrawn", "12", { statement: "Not any more." }];

async function aStore(connected: string | null = FIRST, connectedAt = "2026-05-12T13:10:00Z") {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  if (connected)
    await deps.db.connections.save(
      aConnection({ shop, accountSid: connected, connectedAt: at(connectedAt) }),
    );
  /** A request of 21 June 2026, handed over at an hour and moved on from there. */
  const ask = async (accounts: string[], steps: Step[] = [], hour = "09") => {
    const when = (of: string) => at(`2026-06-21T${of}:00:00Z`);
    const request = aClosing({ shop, accounts, createdAt: when(hour), updatedAt: when(hour) });
    await deps.db.closingRequests.open(request, aClosingEvent({ at: when(hour) }));
    let fromState: RequestState = "ready";
    for (const [trigger, toState, of, evidence = PROOF] of steps) {
      const event = { trigger, fromState, toState, actor: "staff-1", evidence, at: when(of) };
      await deps.db.closingRequests.move(shop, request.id, event);
      fromState = toState;
    }
    return request.id;
  };
  return { deps, db: deps.db, ask };
}

describe("the request of the store's account", () => {
  it("is one that names it among others, and none that names others only", async () => {
    const { db, ask } = await aStore();
    const both = await ask([SECOND, FIRST]);
    await ask([THIRD]);
    expect((await currentRequest(shop, db))?.id).toBe(both);
    expect((await requestUnderWay(shop, db))?.id).toBe(both);
  });

  it("is without a connection one about an account that was told, or any while none was", async () => {
    const { deps, db, ask } = await aStore(null);
    const first = await ask([FIRST]);
    expect((await currentRequest(shop, db))?.id).toBe(first);
    const told = (closingAccounts: string[]) =>
      saveFacts({ shop, actor: "staff-1", facts: { closingAccounts } }, deps);
    await told([SECOND]);
    expect(await currentRequest(shop, db)).toBeNull();
    await told([SECOND, FIRST]);
    expect((await currentRequest(shop, db))?.id).toBe(first);
  });

  it("is the one under way before a newer one that was withdrawn, and that one only where none is", async () => {
    const { db, ask } = await aStore();
    const withdrawn = await ask([FIRST], [SENT, WITHDRAWN], "08");
    expect(await currentRequest(shop, db)).toBeNull();
    expect((await latestRequest(shop, db))?.id).toBe(withdrawn);
    const open = await ask([FIRST], [], "07");
    expect((await latestRequest(shop, db))?.id).toBe(open);
  });

  it("is under way no more once it is closed", async () => {
    const { db, ask } = await aStore();
    const closed = await ask([FIRST], [SENT, CLOSED]);
    expect((await currentRequest(shop, db))?.id).toBe(closed);
    expect(await requestUnderWay(shop, db)).toBeNull();
  });

  it.each([
    ["10:59", true],
    ["11:00", true],
    ["11:01", false],
  ])(
    "closed without a name at 11:00 is about an account that was connected at %s: %s",
    async (hour, isAbout) => {
      const { db, ask } = await aStore(FIRST, `2026-06-21T${hour}:00Z`);
      const nameless = await ask([], [SENT, CLOSED, REFUNDED]);
      expect((await currentRequest(shop, db))?.id ?? null).toBe(isAbout ? nameless : null);
    },
  );
});

describe("a second request for the same accounts", () => {
  it("is found by any account both name, and by none where either names none", async () => {
    const { db, ask } = await aStore();
    const both = await ask([FIRST, SECOND]);
    const found = async (...accounts: string[]) => (await underWayFor({ shop, accounts }, db))?.id ?? null;
    expect([await found(SECOND, THIRD), await found(THIRD), await found()]).toEqual([both, null, both]);
    const nameless = await aStore();
    const any = await nameless.ask([]);
    expect((await underWayFor({ shop, accounts: [THIRD] }, nameless.db))?.id).toBe(any);
  });

  it("may be made once the first is closed", async () => {
    const { db, ask } = await aStore();
    await ask([FIRST], [SENT, CLOSED]);
    expect(await underWayFor({ shop, accounts: [FIRST] }, db)).toBeNull();
  });
});

describe("a request that keeps data back", () => {
  it("is any of the store's until impact.com has closed that account", async () => {
    const { db, ask } = await aStore();
    expect(await unfinishedRequest(shop, db)).toBeNull();
    const other = await ask([THIRD]);
    expect((await unfinishedRequest(shop, db))?.id).toBe(other);
    const closed = await aStore();
    await closed.ask([FIRST], [SENT, CLOSED]);
    expect(await unfinishedRequest(shop, closed.db)).toBeNull();
  });
});

describe("how a closing is known", () => {
  const closingOf = async ({ deps, db }: Awaited<ReturnType<typeof aStore>>, programs?: string) => {
    const listed = [{ id: "1", name: "Acme", state: programs }];
    if (programs) await db.snapshots.saveRead(shop, "Campaigns", listed, deps.clock.now());
    const view = await loadAccount({ shop }, deps);
    return view && knownClosing(view, db);
  };

  it("is by impact.com's own word, whatever was noted", async () => {
    const PROVED = { isNoted: false, isProved: true, isOpen: false };
    expect(await closingOf(await aStore(), "CLOSED")).toEqual(PROVED);
    const noted = await aStore();
    await noted.ask([FIRST], [SENT, CLOSED]);
    expect(await closingOf(noted, "CLOSED")).toEqual(PROVED);
    expect(await closingOf(await aStore(), "ACTIVE")).toBeNull();
  });

  it("is by a note, with impact.com's words or without, and whether impact.com still shows it as open", async () => {
    const noted = async (evidence: Record<string, string>, programs?: string) => {
      const store = await aStore();
      await store.ask([FIRST], [SENT, ["told-closed", "closed", "11", evidence]]);
      return closingOf(store, programs);
    };
    expect(await noted(PROOF)).toEqual({ isNoted: true, isProved: true, isOpen: false });
    const word = { statement: "They told me." };
    expect(await noted(word)).toEqual({ isNoted: true, isProved: false, isOpen: false });
    expect(await noted(PROOF, "ACTIVE")).toEqual({ isNoted: true, isProved: true, isOpen: true });
  });

  it("is by the last note, at its moment, also after the refund was noted", async () => {
    const { db, ask } = await aStore();
    await ask([FIRST], [SENT, CLOSED, REFUNDED]);
    const noted = await notedClosing(shop, db);
    expect([noted?.at.toString(), noted?.isProved]).toEqual(["2026-06-21T11:00:00Z", true]);
    const open = await aStore();
    await open.ask([FIRST], [SENT]);
    expect(await notedClosing(shop, open.db)).toBeNull();
  });
});

describe("a ticket that the desk put away", () => {
  it("is known by the desk's own word in the last check", async () => {
    expect(putAwayWord(putAwayFailure("spam"))).toBe("spam");
    expect([putAwayWord("unreachable"), putAwayWord(null)]).toEqual([null, null]);
  });

  it("is put away only while impact.com has the request", async () => {
    const { deps, db, ask } = await aStore();
    const acknowledged: Step = ["told-reply", "acknowledged", "11"];
    const id = await ask([FIRST], [SENT, acknowledged]);
    const request = await db.closingRequests.findById(shop, id);
    if (!request) throw new Error("The request is not there.");
    expect(await isPutAway(request, db)).toBe(false);
    await db.requestChecks.plan({ shop, requestId: id, kind: "desk", nextAt: deps.clock.now() });
    const check = async (failure: string) => {
      const seen = await db.requestChecks.find(shop, id, "desk");
      if (seen) await db.requestChecks.change(seen, { failure, failures: 1 });
      return isPutAway(request, db);
    };
    expect(await check("unreachable")).toBe(false);
    expect(await check(putAwayFailure("spam"))).toBe(true);
    expect(await isPutAway({ ...request, state: "closed" }, db)).toBe(false);
  });
});
