import type { IncomingMessage } from "node:http";

type Warn = { warn(facts: Record<string, unknown>, message: string): void };

/**
 * Says once, at the first request that shows it, that more addresses stand in X-Forwarded-For than proxies are configured.
 * Either its sender made some up, or there are more proxies: then everybody is counted by the address of one, and a limit
 * for a single network is one for all. No address goes into the log.
 */
export function noteProxies(trusted: number, log: Warn) {
  let isSaid = false;
  return (request: Pick<IncomingMessage, "headers">, _response: unknown, next: () => void): void => {
    const named = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .filter((address) => address.trim() !== "").length;
    if (!isSaid && named > trusted) {
      isSaid = true;
      log.warn(
        { addresses: named, trustedProxies: trusted },
        "A request names more addresses than TRUSTED_PROXIES allows for: its sender made some up, or more proxies of yours stand in front of the app. If so, set TRUSTED_PROXIES to their number: until then everybody is counted as one network.",
      );
    }
    next();
  };
}
