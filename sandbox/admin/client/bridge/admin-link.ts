import type { AdminMessage, CallMessage, Calls, Method, Result } from "../protocol.ts";

export type Call = <M extends Method>(method: M, args: Parameters<Calls[M]>[0]) => Promise<Result<M>>;

const isAdminMessage = (data: unknown): data is AdminMessage =>
  typeof data === "object" && data !== null && "settledBridge" in data && data.settledBridge !== "call";

/** Connects the frame with the admin page at `adminOrigin`; messages from or to any other origin are dropped. */
export function connectToAdmin(
  adminOrigin: string,
  on: { navigate(href: string): void; press(key: string): void },
): Call {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let lastId = 0;

  addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
    if (origin !== adminOrigin || source !== parent || !isAdminMessage(data)) return;
    if (data.settledBridge === "navigate") return on.navigate(data.href);
    if (data.settledBridge === "press") return on.press(data.key);
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.settledBridge === "failure") asked?.reject(new Error(data.reason));
    else asked?.resolve(data.value);
  });

  return <M extends Method>(method: M, args: Parameters<Calls[M]>[0]) =>
    new Promise<Result<M>>((resolve, reject) => {
      const id = ++lastId;
      // The admin page answers each method with the type that `Calls` gives it.
      waiting.set(id, { resolve: (value) => resolve(value as Result<M>), reject });
      const message: CallMessage = { settledBridge: "call", id, method, args };
      parent.postMessage(message, adminOrigin);
    });
}
