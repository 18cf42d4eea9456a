import { describe, expect, it } from "vitest";
import { createTurns, inTurn } from "#app/http/turns.ts";

const request = (signal?: AbortSignal) => new Request("http://localhost/", signal ? { signal } : {});
/** Lets everything happen that waits for nothing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function* twoPieces() {
  yield "a";
  yield "b";
}
/** Takes a turn for pieces that are sent later. */
async function sending(turns: ReturnType<typeof createTurns>, signal?: AbortSignal) {
  let pieces: AsyncIterable<string> = twoPieces();
  await inTurn({ turns, shop: "a", request: request(signal) }, async (sent) => {
    pieces = sent(pieces);
    return new Response();
  });
  return pieces[Symbol.asyncIterator]();
}

describe("what a store has made", () => {
  it("is two at once, the others in the order they came, and other stores' beside them", async () => {
    const turns = createTurns();
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const make = async (shop: string, name: string) => {
      const end = await turns.take(shop);
      begun.push(name);
      if (end) ends.set(name, end);
    };
    const all = ["a1", "a2", "a3", "a4", "b1"].map((name) => make(name.slice(0, 1), name));
    await settle();
    expect(begun).toEqual(["a1", "a2", "b1"]);
    ends.get("a2")?.();
    ends.get("a2")?.();
    await settle();
    expect(begun).toEqual(["a1", "a2", "b1", "a3"]);
    ends.get("a1")?.();
    await Promise.all(all);
    expect(begun.at(-1)).toBe("a4");
  });

  it("is refused when too many wait, and taken again afterwards", async () => {
    const turns = createTurns({ atOnce: 1, mostWaiting: 1 });
    const first = await turns.take("a");
    const second = turns.take("a");
    const refused = inTurn({ turns, shop: "a", request: request() }, async () => new Response());
    await expect(refused).rejects.toMatchObject({ status: 429 });
    first?.();
    (await second)?.();
    expect(await turns.take("a")).not.toBeNull();
  });

  it.each([
    ["with the last piece", async () => undefined],
    ["when it fails", async () => Promise.reject(new Error("no"))],
  ])("ends its turn %s", async (_how, make) => {
    const turns = createTurns({ atOnce: 1, mostWaiting: 0 });
    const made = inTurn({ turns, shop: "a", request: request() }, async () => {
      await make();
      return new Response();
    });
    await made.catch(() => undefined);
    expect(await turns.take("a")).not.toBeNull();
  });

  it("keeps its turn until what is sent while it is made is sent", async () => {
    const turns = createTurns({ atOnce: 1, mostWaiting: 0 });
    const pieces = await sending(turns);
    await pieces.next();
    expect(await turns.take("a")).toBeNull();
    await pieces.next();
    await pieces.next();
    expect(await turns.take("a")).not.toBeNull();
  });

  it("ends its turn when the reader leaves, also before the first piece", async () => {
    const turns = createTurns({ atOnce: 1, mostWaiting: 0 });
    const began = await sending(turns);
    await began.next();
    await began.return?.();
    const reader = new AbortController();
    await sending(turns, reader.signal);
    expect(await turns.take("a")).toBeNull();
    reader.abort();
    expect(await turns.take("a")).not.toBeNull();
  });
});
