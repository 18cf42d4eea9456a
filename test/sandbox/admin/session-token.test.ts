import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkSessionToken, mintSessionToken } from "#sandbox/admin/session-token.ts";
import { aSandbox, domain, keys } from "./a-sandbox.ts";

const nowMs = Date.UTC(2026, 10, 20, 12);
const mint = () => mintSessionToken(keys, { domain, staffId: "42" }, nowMs);
const part = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split(".")[index] ?? "", "base64url").toString());

describe("session token", () => {
  it("carries the claims of a real one and lives for a minute", () => {
    const token = mint();
    expect(part(token, 0)).toEqual({ alg: "HS256", typ: "JWT" });
    expect(part(token, 1)).toEqual({
      iss: `https://${domain}/admin`,
      dest: `https://${domain}`,
      aud: "the-key",
      sub: "42",
      iat: nowMs / 1000,
      nbf: nowMs / 1000,
      exp: nowMs / 1000 + 60,
      jti: expect.any(String),
      sid: expect.any(String),
    });
  });

  it("is signed with the app's secret", () => {
    const [header, payload, signature] = mint().split(".");
    const expected = createHmac("sha256", "the-secret").update(`${header}.${payload}`).digest("base64url");
    expect(signature).toBe(expected);
  });

  it.each([
    ["expired", mint(), keys, nowMs + 71_000],
    ["wrong signature", mint(), { ...keys, apiSecret: "other" }, nowMs],
    ["another app's token", mint(), { ...keys, apiKey: "other" }, nowMs],
    ["not a JWT", "nonsense", keys, nowMs],
  ])("is refused when %s", (reason, token, itsKeys, at) => {
    expect(checkSessionToken(itsKeys, token, at)).toEqual({ ok: false, reason });
  });

  it("is minted for the person who is signed in, by the real clock", async () => {
    const { url } = await aSandbox();
    const asked = `${url}/store/acme-outdoor/session-token`;
    const owner = part(await (await fetch(asked)).text(), 1);
    const cookie = "sandbox_staff=bookkeeper";
    const bookkeeper = part(await (await fetch(asked, { headers: { cookie } })).text(), 1);
    expect([owner.sub, bookkeeper.sub]).toEqual(["42", "43"]);
    expect(Math.abs(owner.iat - Date.now() / 1000)).toBeLessThan(30);
  });
});
