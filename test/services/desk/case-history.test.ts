import { describe, expect, it } from "vitest";
import { caseHistory } from "#app/services/desk/case-history.server.ts";
import { findCase } from "#app/services/desk/find-case.server.ts";
import { aClosing, aClosingEvent, at } from "#test/factories/rows.ts";
import { aCase, by, reference } from "./a-case.ts";

type Case = Awaited<ReturnType<typeof aCase>>;
const linesOf = async ({ deps }: Case) =>
  (await caseHistory({ reference, by }, deps))?.lines.map(
    ({ at: when, part, what }) => `${when.toString().slice(5, 16)} ${part}: ${what}`,
  );

/** What was asked of the desk or the account about the request, and what came back. */
async function checked({ deps, shop, request }: Case, kind: "desk" | "account", change: object) {
  await deps.db.requestChecks.plan({ shop, requestId: request.id, kind, nextAt: deps.clock.now() });
  const seen = await deps.db.requestChecks.find(shop, request.id, kind);
  if (seen) await deps.db.requestChecks.change(seen, change);
}

describe("the history of a case", () => {
  it("has every part in the order of time", async () => {
    const found = await aCase();
    const { deps, shop, mail } = found;
    deps.clock.set("2026-06-21T11:00:00Z");
    await deps.db.mails.markSent(shop, mail.id, at("2026-06-21T10:30:00Z"));
    await checked(found, "desk", { triedAt: at("2026-06-21T07:00:00Z"), answer: "open", failures: 0 });
    await checked(found, "account", {
      ...{ triedAt: at("2026-06-21T07:30:00Z"), failures: 3, failure: "unreachable" },
    });
    await findCase({ reference, by }, deps);
    expect(await linesOf(found)).toEqual([
      "06-21T05:00 ticket: written for smtp",
      "06-21T07:00 check: desk: open",
      "06-21T07:30 check: account: no answer yet; the last 3 tries failed: unreachable",
      "06-21T08:00 ticket: pending after 3 tries; last answer: 451 later",
      "06-21T09:00 step: handed-over: nothing → ready, by staff-1",
      `06-21T09:00 mail: closing-receipt written (${mail.id})`,
      "06-21T10:30 mail: closing-receipt sent after 1 tries",
      "06-21T11:00 desk: find by kim: ticket 4711",
    ]);
  });

  it("has no line of what was not tried, and says what a mail's last try brought", async () => {
    const found = await aCase();
    const { deps, shop, ticket, request, mail } = found;
    await deps.db.tickets.change(ticket, { attemptedAt: null, lastError: null });
    await deps.db.mails.markFailed(shop, mail.id, "451 busy");
    const planned = { shop, requestId: request.id, kind: "desk" as const, nextAt: deps.clock.now() };
    await deps.db.requestChecks.plan(planned);
    expect(await linesOf(found)).toEqual([
      "06-21T05:00 ticket: written for smtp",
      "06-21T09:00 step: handed-over: nothing → ready, by staff-1",
      `06-21T09:00 mail: closing-receipt written (${mail.id})`,
      "06-21T09:00 mail: closing-receipt pending after 1 tries; 451 busy",
    ]);
  });

  it("is without a ticket that of a case that was handed over only", async () => {
    const { deps, shop } = await aCase();
    const other = aClosing({ shop, reference: "SET-2222-2222", accounts: ["IRtestSid0000002"] });
    await deps.db.closingRequests.open(other, aClosingEvent());
    await findCase({ reference, by }, deps);
    const known = await caseHistory({ reference: "SET-2222-2222", by }, deps);
    // What the desk did about the store's other case is not in it.
    expect(known?.lines.map(({ part }) => part)).toEqual(["step"]);
  });

  it("is written down as looked at", async () => {
    const found = await aCase();
    await linesOf(found);
    expect(found.deps.db.rows().operatorDeeds).toMatchObject([
      { shop: found.shop, verb: "history", ...by, detail: { reference } },
    ]);
  });
});
