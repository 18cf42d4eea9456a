import { describe, expect, it } from "vitest";
import { noteByLink } from "#app/services/exit/note-by-link.server.ts";
import type { StatedMove } from "#app/services/requests/save-move.server.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { mailedCode, NEEDS_CODE, use, usesOf, VISIT } from "./a-visit.ts";

/** A request that impact.com has, of a store that left. */
async function left() {
  const walk = await aRequest();
  await walk.leave();
  const { deps, shop, reference } = walk;
  return {
    ...walk,
    note: (trigger: StatedMove, code = "", named = reference) => {
      const evidence = { proof: "impact.com says so.", statement: "So it was." };
      return noteByLink({ ...VISIT, shop, code, move: { reference: named, trigger, evidence } }, deps);
    },
  };
}

describe("a note by who holds a link", () => {
  it.each([
    "told-handed-over",
    "told-closed",
    "told-refunded",
    "told-no-charge",
    "told-rejected",
    "withdrawn-unsent",
    "told-withdrawn",
  ] as const)("needs the code where it ends something: %s", async (trigger) => {
    const walk = await left();
    expect(await walk.note(trigger)).toEqual(NEEDS_CODE);
    expect(await walk.state()).toBe("sent");
    expect(await usesOf(walk)).toEqual([]);
  });

  it.each([
    ["told-ticket-number", "evidence-missing"],
    ["told-reply", "recorded"],
    ["told-needs", "recorded"],
    ["told-answered", "not-from-here"],
    ["told-follow-up", "recorded"],
    ["told-charged", "not-from-here"],
    ["told-charge-settled", "not-from-here"],
    ["told-not-closed", "not-from-here"],
  ] as const)("needs none where it only adds: %s is %s", async (trigger, outcome) => {
    const walk = await left();
    expect((await walk.note(trigger)).outcome).toBe(outcome);
    expect(walk.mails("exit-code")).toEqual([]);
    // What was not written down is no use of the link.
    expect(await usesOf(walk)).toEqual(outcome === "recorded" ? [use("note")] : []);
  });

  it("stands in the request's history as the link's, and its owner hears of it", async () => {
    const walk = await left();
    const { deps, shop, requestId } = walk;
    await walk.note("told-reply");
    expect((await deps.db.closingRequests.events(shop, requestId)).at(-1)).toMatchObject({
      trigger: "told-reply",
      toState: "acknowledged",
      actor: "signed-link",
      evidence: { proof: "impact.com says so." },
    });
    expect(walk.mails("account-news")).toHaveLength(1);
  });

  it("ends the request with the code", async () => {
    const walk = await left();
    expect(await walk.note("told-closed", await mailedCode(walk))).toEqual({ outcome: "recorded" });
    expect(await walk.state()).toBe("closed");
    expect(await usesOf(walk)).toEqual([use("note")]);
  });

  it("is about a request of this store, or nothing, and asks for no code then", async () => {
    const walk = await left();
    expect(await walk.note("told-closed", "", "SET-NONE-SUCH")).toEqual({ outcome: "unknown-request" });
    expect(walk.mails("exit-code")).toEqual([]);
  });
});
