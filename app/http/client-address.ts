import type { IncomingMessage } from "node:http";

/**
 * Who asks, as Express tells it where it trusts this many proxies: whatever stands further left in X-Forwarded-For than our
 * own proxies wrote, anybody may have made up.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  trustedProxies: number,
): string {
  const named = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const line = [socket.remoteAddress ?? "", ...named.reverse()];
  return line[Math.min(trustedProxies, line.length - 1)] ?? "";
}
