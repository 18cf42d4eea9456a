import { createHmac, timingSafeEqual } from "node:crypto";

/** As long as clocks may differ; events that come later were replayed or have waited too long. */
const TOLERANCE_SECONDS = 300;

const HEADER = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/**
 * Whether `header` is `t=<unix seconds>,v1=<hex>` with the HMAC-SHA256 of `<t>.<body>` under `secret`, and fresh.
 * Constant-time in the signature.
 */
export function isSigned(
  body: string | Uint8Array,
  header: string | null,
  secret: string,
  nowMs: number,
): boolean {
  const [, seconds, given] = HEADER.exec(header ?? "") ?? [];
  if (!seconds || !given) return false;
  if (Math.abs(nowMs / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac("sha256", secret).update(`${seconds}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(given, "hex"));
}
