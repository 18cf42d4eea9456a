import { describe, expect, it } from "vitest";
import { createStoreLine } from "#app/services/sync/store-line.ts";

/** A piece that is stored when it is told to be. */
function aPiece() {
  let done: () => void = () => undefined;
  const stored = new Promise<null>((resolve) => {
    done = () => resolve(null);
  });
  return { piece: () => stored, done: () => done() };
}

describe("storing while reading", () => {
  it("lets the next page be read while one is stored, and no more than that", async () => {
    const line = createStoreLine();
    const [first, second] = [aPiece(), aPiece()];
    await line.page(first.piece);
    let secondTaken = false;
    const taken = line.page(second.piece).then(() => {
      secondTaken = true;
    });
    await Promise.resolve();
    expect(secondTaken).toBe(false);
    first.done();
    await taken;
    second.done();
    expect(await line.end()).toBeNull();
  });

  it("stores in order, and nothing behind what failed", async () => {
    const line = createStoreLine();
    const stored: string[] = [];
    const failure = { outcome: "unauthorized" } as const;
    const piece = (name: string, answer: typeof failure | null) => async () => {
      stored.push(name);
      return answer;
    };
    await line.page(piece("one", null));
    line.note(piece("done", null));
    await line.page(piece("two", failure));
    line.note(piece("never", null));
    expect(await line.end()).toEqual(failure);
    expect(line.isOpen()).toBe(false);
    expect(stored).toEqual(["one", "done", "two"]);
  });

  it("throws what storing threw, to the next page and at the end", async () => {
    const line = createStoreLine();
    await line.page(async () => {
      throw new Error("disk full");
    });
    await expect(line.page(async () => null)).rejects.toThrow("disk full");
    await expect(line.end()).rejects.toThrow("disk full");
  });
});
