import { describe, expect, it } from "vitest";
import { answerPath, readRouteAnswers } from "#app/services/closing/answer-path.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";
const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

describe("the answers of the route finder's form", () => {
  it("are the offered ones, each from its own question", () => {
    expect(readRouteAnswers(form({ account: "other-brand", button: "not-shown" }))).toEqual({
      account: "other-brand",
      button: "not-shown",
    });
    expect(readRouteAnswers(form({ account: "partner", button: "shown" }))).toEqual({
      account: "partner",
      button: "shown",
    });
  });

  it("count as not given where they are missing or something else", () => {
    expect(readRouteAnswers(form({}))).toEqual({ account: null, button: null });
    expect(readRouteAnswers(form({ account: "shown", button: "partner" }))).toEqual({
      account: null,
      button: null,
    });
  });
});

describe("an answer to the route finder", () => {
  async function anAsked() {
    const deps = createFakeDeps();
    return {
      answer: (answers: Omit<Parameters<typeof answerPath>[0], "shop" | "actor">, actor = "staff-1") =>
        answerPath({ shop, actor, ...answers }, deps),
      told: async () =>
        (await deps.db.statedFacts.all(shop))
          .map(({ name, value, statedBy, statedAt }) => [name, value, statedBy, statedAt.toString()])
          .sort(),
      deps,
    };
  }

  it("is kept with who gave it and when", async () => {
    const { answer, told } = await anAsked();
    expect(await answer({ account: "starter", button: "not-sure" })).toEqual({ outcome: "saved" });
    expect(await told()).toEqual([
      ["cancelButton", "not-sure", "staff-1", "2026-06-21T09:00:00Z"],
      ["closingAccount", "starter", "staff-1", "2026-06-21T09:00:00Z"],
    ]);
  });

  it("leaves the other question's earlier answer alone", async () => {
    const { answer, told, deps } = await anAsked();
    await answer({ account: "starter", button: "shown" });
    deps.clock.set("2026-06-22T09:00:00Z");
    expect(await answer({ account: "partner", button: null }, "staff-2")).toEqual({ outcome: "saved" });
    expect(await answer({ account: null, button: "not-shown" }, "staff-3")).toEqual({ outcome: "saved" });
    expect(await told()).toEqual([
      ["cancelButton", "not-shown", "staff-3", "2026-06-22T09:00:00Z"],
      ["closingAccount", "partner", "staff-2", "2026-06-22T09:00:00Z"],
    ]);
  });

  it("is none where nothing was answered", async () => {
    const { answer, told } = await anAsked();
    expect(await answer({ account: null, button: null })).toEqual({ outcome: "nothing-answered" });
    expect(await told()).toEqual([]);
  });
});
