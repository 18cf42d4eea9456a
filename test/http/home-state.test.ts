import { describe, expect, it } from "vitest";
import { homeState } from "#app/http/home-state.ts";

const OPEN = {
  isKnown: true,
  state: "open",
  isSilent: false,
  request: null,
  overdue: false,
  trial: false,
} as const;

describe("what Home is about", () => {
  it.each([
    [{}, "open"],
    [{ isKnown: false }, "first"],
    [{ state: "unknown" }, "unknown"],
    [{ trial: true }, "trial"],
    // Money overdue is more telling than a trial, a request more than both, a closing more than all.
    [{ trial: true, overdue: true }, "overdue"],
    [{ overdue: true, request: "sent" }, "request"],
    [{ request: "rejected" }, "request"],
    [{ request: "withdrawn" }, "open"],
    [{ request: "withdrawn", overdue: true }, "overdue"],
    [{ state: "closed", request: "sent", overdue: true }, "closed"],
    [{ state: "unknown", request: "closed" }, "closed"],
    // Where the merchant's note and impact.com differ, Home says so.
    [{ request: "closed" }, "contradicted"],
    [{ request: "refund-received" }, "contradicted"],
    // What it showed before it refused the token is old: a closed account refuses every token.
    [{ request: "closed", isSilent: true }, "closed"],
    [{ isSilent: true }, "open"],
  ] as const)("with %j is %s", (known, state) => {
    expect(homeState({ ...OPEN, ...known })).toBe(state);
  });
});
