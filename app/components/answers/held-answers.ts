/** Why there is no answer to show: none came, or Shopify no longer says who is asking. */
export type Lost = "no-answer" | "signed-out";
export type Held = { lost: Lost; isWrite: boolean; again(): void };

/** What waits for another try, as one value that changes only when something joins or leaves. */
let held: readonly Held[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Held[]): void {
  held = next;
  for (const listener of listeners) listener();
}

export const heldAnswers = () => held;

export function onHeldChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Lets everything that waits be tried again, each under what it was sent with. */
export function tryHeldAgain(): void {
  const waiting = held;
  change([]);
  for (const { again } of waiting) again();
}

/** Says that the sign-in has ended, for a request whose place on the page says itself what it kept. */
export function noteSignedOut(): void {
  if (held.some(({ lost }) => lost === "signed-out")) return;
  change([...held, { lost: "signed-out", isWrite: true, again: () => {} }]);
}

/** Resolves when the person asks for another try, or for a read also when the machine is online again. */
function nextTry(lost: Lost, isWrite: boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      change(held.filter((each) => each !== entry));
      signal.removeEventListener("abort", giveUp);
      globalThis.removeEventListener?.("online", again);
    };
    const again = () => {
      leave();
      resolve();
    };
    const giveUp = () => {
      leave();
      reject(signal.reason);
    };
    const entry: Held = { lost, isWrite, again };
    signal.addEventListener("abort", giveUp);
    if (!isWrite) globalThis.addEventListener?.("online", again);
    change([...held, entry]);
  });
}

/** A proxy's word for an app that is not there; what Remix answers itself says so in a header. */
const isProxys = ({ status, headers }: Response) =>
  [502, 503, 504].includes(status) && ![...headers.keys()].some((name) => name.startsWith("x-remix-"));

/** Refused unread because too much was asked; a page's own answer with that status says so on the page. */
const isRefusedUnread = ({ status, headers }: Response) => status === 429 && headers.has("x-remix-catch");

/** Shopify's library names an address then, to which App Bridge goes by itself. */
const isSteered = ({ headers }: Response) => headers.has("x-shopify-api-request-failure-reauthorize-url");

type Send = (request: Request) => Promise<Response>;

async function attempt(send: Send, request: Request, limitMs: number): Promise<Response | Lost> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // App Bridge asks the admin for a session token first, which no signal of ours can end.
  const late = new Promise<Lost>((resolve) => {
    timer = setTimeout(() => resolve("no-answer"), limitMs);
  });
  try {
    const response = await Promise.race([send(request.clone()), late]);
    if (typeof response === "string") return response;
    if (response.status === 401 && !isSteered(response)) return "signed-out";
    return isProxys(response) || isRefusedUnread(response) ? "no-answer" : response;
  } catch (error) {
    // Who went to another page needs no answer any more.
    if (request.signal.aborted) throw error;
    return "no-answer";
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A `fetch` under which a page's own requests (Remix' `_data`) never fail for want of an answer: they wait, the page
 * stays as it is with everything that was entered, and the person tries again. The same request goes out again, so that a
 * closing request whose answer got lost is found, not made a second time. Nothing is written before
 * `ready`, and no answer is shown before it.
 */
export function holdAnswers(
  send: typeof fetch,
  limitMs: number,
  ready: () => Promise<void> = async () => {},
): typeof fetch {
  const sendReady = async (request: Request) => {
    if (request.method !== "GET") await ready();
    const [answer] = await Promise.all([send(request), ready()]);
    return answer;
  };
  return async (input, init) => {
    const request = new Request(input, init);
    if (!new URL(request.url).searchParams.has("_data")) return send(input, init);
    const isWrite = request.method !== "GET";
    for (;;) {
      const answer = await attempt(sendReady, request, limitMs);
      if (typeof answer !== "string") return answer;
      await nextTry(answer, isWrite, request.signal);
    }
  };
}
