import { describe, expect, it } from "vitest";
import { type ConnectAnswer, connectProblems } from "#app/components/account/connect-problems.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";

const NOTHING = { messages: [], title: undefined, sid: undefined, token: undefined };
const said = (answer: ConnectAnswer | undefined, locale: Locale, isTrying = false) =>
  connectProblems(answer, { isTrying, timeZone: "America/New_York" }, translatorFor(locale));

const REFUSED: ConnectAnswer = { fields: [], failure: { outcome: "unauthorized" }, wait: null };
const SILENT: ConnectAnswer = {
  ...{ fields: [], failure: { outcome: "unavailable", reason: "timeout" }, wait: null },
};

describe("what the connect page says of the last try", () => {
  it.each([
    [
      "en",
      "impact.com does not accept this Account SID and token. Check both, or create a new token.",
      "impact.com did not answer in time",
      "What you entered is still on this page",
    ],
    [
      "zh-CN",
      "impact.com 不接受此 Account SID 和令牌。请核对两者，或创建新令牌。",
      "impact.com 未及时答复",
      "您填写的内容仍在此页面",
    ],
  ] as const)("does not stand while the next is made (fault 18, %s)", (locale, refusal, silence, kept) => {
    const refused = said(REFUSED, locale);
    expect(refused).toEqual({ ...NOTHING, messages: [refusal], token: refusal });
    const silent = said(SILENT, locale).messages.join("|");
    for (const part of [silence, kept]) expect(silent).toContain(part);
    for (const answer of [REFUSED, SILENT, { fields: ["sid" as const], failure: null, wait: 5 }])
      expect(said(answer, locale, true)).toEqual(NOTHING);
  });

  it("is nothing before the first", () => {
    expect(said(undefined, "en")).toEqual(NOTHING);
  });

  it.each([
    ["en", "Enter the Account SID. It has 8 to 64 letters and digits.", "Enter the auth token"],
    ["zh-CN", "请填写 Account SID。它由 8 至 64 个字母和数字组成。", "请填写授权令牌"],
  ] as const)("is said at the entry it is about (%s)", (locale, sid, token) => {
    const both = said({ fields: ["sid", "token"], failure: null, wait: null }, locale);
    expect(both.sid).toBe(sid);
    expect(both.token).toBe(token);
    expect(both.messages).toEqual([both.sid, both.token]);
  });
});
