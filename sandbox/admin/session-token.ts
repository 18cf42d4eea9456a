import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";

export interface AppKeys {
  readonly apiKey: string;
  readonly apiSecret: string;
}

const lifetimeSeconds = 60;
/** Shopify's libraries allow the same clock difference. */
const toleranceSeconds = 10;

const claims = z.object({
  iss: z.string(),
  dest: z.url(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number(),
  iat: z.number(),
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const sign = (data: string, secret: string) => createHmac("sha256", secret).update(data).digest();

/**
 * A session token (Shopify: "ID token") as the admin hands it to App Bridge: HS256, valid for a minute.
 * It follows the real clock, because the app's Shopify library checks it against the real clock.
 */
export function mintSessionToken(
  keys: AppKeys,
  who: { readonly domain: string; readonly staffId: string },
  nowMs: number,
): string {
  const now = Math.floor(nowMs / 1000);
  const data = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({
    iss: `https://${who.domain}/admin`,
    dest: `https://${who.domain}`,
    aud: keys.apiKey,
    sub: who.staffId,
    exp: now + lifetimeSeconds,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
  })}`;
  return `${data}.${sign(data, keys.apiSecret).toString("base64url")}`;
}

export type CheckedToken =
  | { readonly ok: true; readonly domain: string; readonly staffId: string }
  | { readonly ok: false; readonly reason: string };

/** Checks what Shopify checks of a subject token: form, signature, audience and time. */
export function checkSessionToken(keys: AppKeys, token: string, nowMs: number): CheckedToken {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return { ok: false, reason: "not a JWT" };
  const expected = sign(`${header}.${payload}`, keys.apiSecret);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, reason: "wrong signature" };
  }
  const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  if (!parsed.success) return { ok: false, reason: "claims missing" };
  const now = nowMs / 1000;
  if (parsed.data.aud !== keys.apiKey) return { ok: false, reason: "another app's token" };
  if (parsed.data.exp + toleranceSeconds < now) return { ok: false, reason: "expired" };
  if (parsed.data.nbf - toleranceSeconds > now) return { ok: false, reason: "not valid yet" };
  return { ok: true, domain: new URL(parsed.data.dest).hostname, staffId: parsed.data.sub };
}
