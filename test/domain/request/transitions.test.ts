import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assertTransition,
  evidenceLevel,
  isClosed,
  isEnded,
  merchantMoves,
  REQUEST_STATES,
  REQUEST_TRIGGERS,
  type RequestState,
  type RequestTrigger,
  transition,
} from "#app/domain/index.ts";

const evidence = fc.dictionary(
  fc.constantFrom("proof", "statement", "ticketNumber", "messageId", "reference", "problem", "other"),
  fc.constantFrom("", "  ", "HD-10001"),
);
const steps = fc.array(fc.tuple(fc.constantFrom(...REQUEST_TRIGGERS), evidence), { maxLength: 40 });

/** Walks a history as the store would: moves that are not allowed leave the request where it was. */
function walk(history: [RequestTrigger, Record<string, string>][]) {
  let state: RequestState | null = null;
  const rows: { trigger: RequestTrigger; from: RequestState | null; to: RequestState; evidence: object }[] =
    [];
  for (const [trigger, backing] of history) {
    const moved = transition(state, trigger, backing);
    if (moved.outcome !== "moves") continue;
    rows.push({ trigger, from: state, to: moved.to, evidence: backing });
    state = moved.to;
  }
  return { state, rows };
}

describe("moves of a closing request", () => {
  it("reach Closed and Refund received only with evidence, whatever came before", () => {
    fc.assert(
      fc.property(steps, (history) => {
        for (const row of walk(history).rows) {
          if (row.to !== "closed" && row.to !== "refund-received") continue;
          expect(Object.values(row.evidence).some((text) => text.trim() !== "")).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("pass through impact.com's hands before they reach Closed, and through Closed before Refund received", () => {
    fc.assert(
      fc.property(steps, (history) => {
        const seen = walk(history).rows.map(({ to }) => to);
        const closed = seen.indexOf("closed");
        const arrived = seen.findIndex((to) => to === "sent" || to === "handed-over");
        if (closed >= 0) expect(arrived).toBeGreaterThanOrEqual(0);
        if (closed >= 0) expect(arrived).toBeLessThan(closed);
        const refunded = seen.indexOf("refund-received");
        if (refunded >= 0) expect(closed).toBeGreaterThanOrEqual(0);
        if (refunded >= 0) expect(closed).toBeLessThan(refunded);
      }),
      { numRuns: 2000 },
    );
  });

  it("never leave Rejected or Withdrawn", () => {
    for (const state of REQUEST_STATES.filter(isEnded))
      for (const trigger of REQUEST_TRIGGERS)
        expect(transition(state, trigger, { proof: "x", statement: "x", ticketNumber: "x" })).toEqual({
          outcome: "not-from-here",
        });
  });

  it("lead out of every other state, and into every state", () => {
    const full = Object.fromEntries(
      ["proof", "statement", "ticketNumber", "messageId", "reference", "problem"].map((name) => [name, "x"]),
    );
    const reached = new Set<RequestState>();
    for (const from of [null, ...REQUEST_STATES])
      for (const trigger of REQUEST_TRIGGERS) {
        const moved = transition(from, trigger, full);
        if (moved.outcome === "moves" && moved.to !== from) reached.add(moved.to);
      }
    expect([...reached].sort()).toEqual([...REQUEST_STATES].sort());
    for (const state of REQUEST_STATES.filter((each) => !isEnded(each)))
      expect(merchantMoves(state).length).toBeGreaterThan(0);
  });

  it("name the evidence that is missing, and take a blank text for none", () => {
    expect(transition("sent", "told-closed", { proof: " " })).toEqual({
      outcome: "evidence-missing",
      needs: ["proof", "statement"],
    });
  });

  it("take an account for closed only once impact.com closed it, also after the refund", () => {
    expect(REQUEST_STATES.filter(isClosed)).toEqual(["closed", "refund-received"]);
  });

  it("do not take a solved ticket for a closed account", () => {
    expect(transition("acknowledged", "desk-solved", { ticketNumber: "7" })).toEqual({
      outcome: "moves",
      to: "acknowledged",
    });
  });

  it("ask for one piece of evidence of those that count, not for all", () => {
    const accepted = { outcome: "moves", to: "sent" };
    expect(transition("ready", "channel-accepted", { messageId: "<1@x>" })).toEqual(accepted);
    expect(transition("ready", "channel-accepted", { ticketNumber: "7" })).toEqual(accepted);
  });

  it("let nothing but a draft or a hand-over begin a request", () => {
    const full = { reference: "SET-1", ticketNumber: "7", proof: "x", statement: "x" };
    const beginnings = REQUEST_TRIGGERS.filter(
      (trigger) => transition(null, trigger, full).outcome === "moves",
    );
    expect(beginnings).toEqual(["drafted", "handed-over"]);
  });

  it("offer a merchant what they can say now, and nothing that only this app can know", () => {
    expect(merchantMoves("ready")).toEqual(["told-handed-over", "withdrawn-unsent"]);
    expect(merchantMoves("closed")).toEqual([
      ...["told-refunded", "told-no-charge", "told-charged", "told-charge-settled", "told-not-closed"],
    ]);
    expect(merchantMoves("rejected")).toEqual([]);
  });

  it("let the merchant withdraw from every state before the end", () => {
    const open = ["draft", "ready", "sent", "handed-over", "acknowledged", "needs-something"] as const;
    for (const state of open)
      expect(
        merchantMoves(state).some(
          (trigger) => trigger.endsWith("withdrawn") || trigger.startsWith("withdrawn"),
        ),
      ).toBe(true);
  });
});

describe("a row of the history", () => {
  const row = { fromState: "ready", trigger: "channel-accepted", toState: "sent" } as const;

  it("is written when the table has its move", () => {
    expect(() => assertTransition({ ...row, evidence: { messageId: "<1@x>" } })).not.toThrow();
  });

  it("is refused when it ends elsewhere, cannot begin there, or has no evidence", () => {
    const evidence = { messageId: "<1@x>" };
    for (const wrong of [
      { ...row, toState: "closed" as const, evidence },
      { ...row, fromState: "closed" as const, evidence },
      { ...row, evidence: {} },
    ])
      expect(() => assertTransition(wrong)).toThrow('No move "channel-accepted" from');
  });
});

describe("the level of evidence", () => {
  it("takes a blank quotation for none", () => {
    expect(evidenceLevel("told-closed", { proof: "  ", statement: "They called me." })).toBe("told");
  });

  it("tells the app's own reading, impact.com's words and the merchant's word apart", () => {
    expect(evidenceLevel("channel-accepted", { messageId: "<1@x>" })).toBe("checked");
    expect(evidenceLevel("told-closed", { proof: "Your account is closed." })).toBe("proof");
    expect(evidenceLevel("told-closed", { statement: "They called me." })).toBe("told");
  });

  it("of a refused key is a sign, and moves nothing (G29)", () => {
    expect(evidenceLevel("probe-refused", { sign: "HTTP 401" })).toBe("sign");
    for (const state of ["closed", "refund-received"] as const)
      expect(transition(state, "probe-refused", { sign: "HTTP 401" })).toEqual({
        outcome: "moves",
        to: state,
      });
    expect(transition("acknowledged", "probe-refused", { sign: "HTTP 401" })).toEqual({
      outcome: "not-from-here",
    });
  });
});
