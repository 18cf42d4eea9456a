/** What one store may have made at once, and how many more of its requests may wait for that. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

export type Turns = {
  /** Waits for the store's turn; gives the end of it, to be called once. Null when too many wait already. */
  take(shop: string): Promise<(() => void) | null>;
};

/** Lets each store have two large files or explanations made at a time, so that no store holds up the others. */
export function createTurns({ atOnce = AT_ONCE, mostWaiting = MOST_WAITING } = {}): Turns {
  const stores = new Map<string, { running: number; waiting: (() => void)[] }>();
  const end = (shop: string) => {
    const store = stores.get(shop);
    const next = store?.waiting.shift();
    // The turn is handed on, so that nobody comes in between.
    if (next) next();
    else if (store && store.running > 1) store.running -= 1;
    else stores.delete(shop);
  };
  return {
    async take(shop) {
      const store = stores.get(shop) ?? { running: 0, waiting: [] };
      stores.set(shop, store);
      if (store.running >= atOnce) {
        if (store.waiting.length >= mostWaiting) return null;
        await new Promise<void>((resolve) => store.waiting.push(resolve));
      } else store.running += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        end(shop);
      };
    },
  };
}

/**
 * Makes a file in the store's turn and sends it. The turn ends with the last byte, or when its reader has left. 429 when
 * too many of the store's requests wait.
 */
export async function inTurn(
  { turns, shop, request }: { turns: Turns; shop: string; request: Request },
  make: (sent: <T>(pieces: AsyncIterable<T>) => AsyncIterable<T>) => Promise<Response>,
): Promise<Response> {
  const end = await turns.take(shop);
  if (end === null) throw new Response(null, { status: 429, headers: { "retry-after": "10" } });
  let isSentLater = false;
  const sent = <T>(pieces: AsyncIterable<T>): AsyncIterable<T> => {
    isSentLater = true;
    // Whose line is closed before the first piece was asked for asks for none.
    request.signal.addEventListener("abort", end, { once: true });
    if (request.signal.aborted) end();
    return untilSent(pieces, end);
  };
  try {
    return await make(sent);
  } catch (error) {
    end();
    throw error;
  } finally {
    if (!isSentLater) end();
  }
}

async function* untilSent<T>(pieces: AsyncIterable<T>, end: () => void): AsyncGenerator<T> {
  try {
    yield* pieces;
  } finally {
    end();
  }
}
