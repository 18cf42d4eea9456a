import { describe, expect, it } from "vitest";
import { type Stuck, stuckOf, stuckSince, type Waiting } from "#app/domain/index.ts";
import { at } from "#test/factories/rows.ts";

const now = at("2026-06-21T12:00:00Z");

describe("what counts as stuck", () => {
  it("is what waits for longer than its kind may: keys five minutes, mails an hour, the rounds three", () => {
    expect(
      Object.fromEntries(Object.entries(stuckSince(now)).map(([kind, moment]) => [kind, `${moment}`])),
    ).toEqual({
      webhooks: "2026-06-21T11:55:00Z",
      mails: "2026-06-21T11:00:00Z",
      tickets: "2026-06-21T09:00:00Z",
      tokens: "2026-06-21T11:55:00Z",
      "left-stores": "2026-06-21T09:00:00Z",
    });
  });

  it("leaves out what nothing waits in, and names each kind of dead job for itself", () => {
    const waiting: Waiting[] = [
      { kind: "mails", count: 3, oldest: now },
      { kind: "tokens", count: 0, oldest: null },
      { kind: "webhooks", count: 1, oldest: now },
    ];
    const dead = [
      { job: "make-export", count: 2 },
      { job: "sync-actions", count: 1 },
    ];
    const named = ({ key, count, job }: Stuck) => [key, count, job];
    expect(stuckOf(waiting, dead).map(named)).toEqual([
      ["webhooks", 1, null],
      ["mails", 3, null],
      ["jobs:make-export", 2, "make-export"],
      ["jobs:sync-actions", 1, "sync-actions"],
    ]);
    expect(stuckOf([], [])).toEqual([]);
  });
});
