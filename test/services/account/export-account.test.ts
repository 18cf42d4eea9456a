import { Readable } from "node:stream";
import { json, text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { type Action, isoDay, parseAccountFile, totalsChange } from "#app/domain/index.ts";
import type { StoredAction } from "#app/ports/index.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const key = { shop, accountSid: aConnection().accountSid };
const FIRST_DAY = 20_585;

function anAction(index: number): StoredAction {
  const state = (["PENDING", "APPROVED", "REVERSED"] as const)[index % 3] ?? "PENDING";
  return {
    id: String(100_000 + index),
    programId: "1000",
    program: "Acme",
    partner: 'Zoë\'s "Blog"',
    state,
    amount: 1_000 + index,
    payout: index % 50,
    trackedOn: FIRST_DAY + (index % 30),
    locksOn: state === "REVERSED" ? null : FIRST_DAY + 60 + (index % 30),
    reversedOn: state === "REVERSED" ? FIRST_DAY + 31 : null,
    clearedOn: state === "APPROVED" ? FIRST_DAY + 100 : null,
  };
}

/** A merchant with that many actions, read completely unless told otherwise; pages that were read are counted. */
async function aMerchantWith(count: number, { complete = true } = {}) {
  const deps = createFakeDeps();
  const now = deps.clock.now();
  await deps.db.connections.save(aConnection({ shop }));
  await deps.db.shops.save(aShop({ shop }));
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: isoDay(FIRST_DAY) } }, deps);
  const actions = Array.from({ length: count }, (_, index) => anAction(index));
  await deps.db.actions.put(key, actions, 1);
  await deps.db.actions.addToTotals(key, totalsChange([], actions));
  const completedAt = complete ? now : null;
  const state = { run: 1, kind: "first", startedAt: now, finishedAt: now, currency: "USD" } as const;
  await deps.db.syncs.save(key, { ...state, completedAt, fullAt: null });
  const pages: number[] = [];
  const read = deps.db.actions.page;
  deps.db.actions.page = async (...wanted) => {
    const page = await read(...wanted);
    pages.push(page.length);
    return page;
  };
  const file = await exportAccount({ shop }, deps);
  if (!file) throw new Error("There is no file.");
  return { deps, actions, pages, file };
}

const bare = ({ programId: _programId, ...action }: StoredAction): Action => action;

describe("the exported account file", () => {
  it("holds every action of many pages, each once and as it is stored", async () => {
    const { file, actions } = await aMerchantWith(4_500);
    const parsed = parseAccountFile(await json(Readable.from(file)));
    expect(parsed).toMatchObject({ outcome: "parsed" });
    expect(parsed.outcome === "parsed" && parsed.account.actions).toEqual(actions.map(bare));
  });

  it("is read no faster than it is taken, and never whole", async () => {
    const { file, pages } = await aMerchantWith(4_500);
    const seen: number[] = [];
    for await (const _piece of file) seen.push(pages.length);
    // The head goes out before anything is read, then each page before the next one is asked for.
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(pages).toEqual([...Array(9).fill(500), 0]);
  });

  it("ends as a failed download when a reading changed the actions meanwhile", async () => {
    const { file, deps } = await aMerchantWith(2_500);
    const pieces = file[Symbol.asyncIterator]();
    await pieces.next();
    await deps.db.actions.addToTotals(key, totalsChange([], [anAction(3)]));
    const rest = async () => {
      while (!(await pieces.next()).done);
    };
    await expect(rest()).rejects.toThrow("changed");
  });

  it("tells actions that were never read completely from none", async () => {
    const unread = await aMerchantWith(3, { complete: false });
    expect(await json(Readable.from(unread.file))).toMatchObject({ actions: null });
    expect(unread.pages).toEqual([]);
    const none = await aMerchantWith(0);
    expect(JSON.parse(await text(Readable.from(none.file)))).toMatchObject({ actions: [] });
  });
});
