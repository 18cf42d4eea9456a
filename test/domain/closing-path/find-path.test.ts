import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCOUNT_ANSWERS,
  BUTTON_ANSWERS,
  CLOSING_PATHS,
  findClosingPath,
  type PathFacts,
} from "#app/domain/index.ts";

const over = { id: "core.trial.over", values: { endedOn: "2026-06-01" } };
const endUnknown = { id: "core.trial.endUnknown" };
const yes = { status: "yes" as const, unmet: [] };
const no = { status: "no" as const, unmet: [over] };
const unknown = { status: "unknown" as const, unmet: [endUnknown] };
const nothing = { account: null, button: null };

const facts = (overrides: Partial<PathFacts> = {}): PathFacts => ({
  kind: null,
  edition: null,
  trial: unknown,
  stated: nothing,
  ...overrides,
});
const stated = (account: PathFacts["stated"]["account"], button: PathFacts["stated"]["button"] = null) => ({
  account,
  button,
});

describe("the way out", () => {
  it.each<[string, Partial<PathFacts>, string, string | null, string[]]>([
    ["nothing is known", {}, "starter-ticket", "account", []],
    ["a brand token says only what kind it is", { kind: "brand" }, "starter-ticket", "account", []],
    [
      "the conditions hold",
      { edition: "starter", trial: yes },
      "trial-cancel",
      null,
      ["core.route.conditionsHold"],
    ],
    ["one fails, which is named", { edition: "starter", trial: no }, "starter-ticket", null, [over.id]],
    ["one is not known", { edition: "starter" }, "starter-ticket", "button", [endUnknown.id]],
    [
      "the button is not there, whatever we work out",
      { edition: "starter", trial: yes, stated: stated(null, "not-shown") },
      "starter-ticket",
      null,
      ["core.route.buttonNotShown"],
    ],
    [
      "the button is there, whatever we work out (G13)",
      { edition: "starter", trial: no, stated: stated(null, "shown") },
      "trial-cancel",
      null,
      ["core.route.buttonShown"],
    ],
    [
      "nobody has looked for the button",
      { edition: "starter", stated: stated(null, "not-sure") },
      "starter-ticket",
      null,
      [endUnknown.id],
    ],
    [
      "the edition is another one",
      { edition: "essentials" },
      "brand-ticket",
      null,
      ["core.route.otherBrand"],
    ],
    [
      "the merchant says it is another edition than the key facts say",
      { edition: "starter", trial: yes, stated: stated("other-brand") },
      "brand-ticket",
      null,
      ["core.route.otherBrand"],
    ],
    [
      "impact.com says partner",
      { kind: "partner", edition: "starter" },
      "partner-ticket",
      null,
      ["core.route.partner"],
    ],
    [
      "the merchant says partner",
      { stated: stated("partner") },
      "partner-ticket",
      null,
      ["core.route.partner"],
    ],
    [
      "impact.com says brand and the merchant partner",
      { kind: "brand", edition: "starter", trial: no, stated: stated("partner") },
      "starter-ticket",
      null,
      [over.id],
    ],
    [
      "the merchant does not know the edition",
      { stated: stated("not-sure") },
      "brand-ticket",
      "button",
      ["core.route.longerList"],
    ],
    [
      "they do not know it, and see the button",
      { stated: stated("not-sure", "shown") },
      "trial-cancel",
      null,
      ["core.route.buttonShown"],
    ],
    [
      "they know neither",
      { stated: stated("not-sure", "not-sure") },
      "brand-ticket",
      null,
      ["core.route.longerList"],
    ],
  ])("when %s", (_, given, route, ask, because) => {
    const closingPath = findClosingPath(facts(given));
    expect({ ...closingPath, because: closingPath.because.map(({ id }) => id) }).toEqual({
      route,
      ask,
      because,
    });
  });

  const anyFacts = fc.record({
    kind: fc.constantFrom(null, "brand" as const, "partner" as const),
    edition: fc.constantFrom(null, "starter" as const, "starter-agency" as const, "essentials" as const),
    trial: fc.constantFrom(yes, no, unknown),
  });
  const answers = fc.record({
    account: fc.constantFrom(...ACCOUNT_ANSWERS),
    button: fc.constantFrom(...BUTTON_ANSWERS),
  });

  it("asks at most two questions, never one twice, and always ends on one of the four ways", () => {
    fc.assert(
      fc.property(anyFacts, answers, (known, answer) => {
        const asked: string[] = [];
        let closingPath = findClosingPath(facts(known));
        let replies: PathFacts["stated"] = nothing;
        while (closingPath.ask !== null && asked.length < 10) {
          asked.push(closingPath.ask);
          replies = { ...replies, [closingPath.ask]: answer[closingPath.ask] };
          closingPath = findClosingPath(facts({ ...known, stated: replies }));
        }
        expect(asked.length).toBeLessThanOrEqual(2);
        expect(new Set(asked).size).toBe(asked.length);
        expect(CLOSING_PATHS).toContain(closingPath.route);
      }),
    );
  });

  it("sends nobody to support who sees the button, and no other brand or partner to the trial", () => {
    fc.assert(
      fc.property(anyFacts, answers, (known, answer) => {
        const { route } = findClosingPath(facts({ ...known, stated: answer }));
        const isPartner = known.kind === "partner" || (answer.account === "partner" && known.kind === null);
        if (isPartner) expect(route).toBe("partner-ticket");
        if (!isPartner && answer.account === "other-brand") expect(route).toBe("brand-ticket");
        if (answer.account === "starter" && answer.button === "shown" && !isPartner)
          expect(route).toBe("trial-cancel");
      }),
    );
  });
});
