import { timingSafeEqual } from "node:crypto";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

/** The account whose SID and token an `Authorization: Basic` header holds, or null. */
export function accountOf(
  header: string | undefined,
  accounts: readonly PreparedAccount[],
): PreparedAccount | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return null;
  const [sid = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const token = rest.join(":");
  return accounts.find(({ seed }) => seed.sandbox.sid === sid && isSame(seed.sandbox.token, token)) ?? null;
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
