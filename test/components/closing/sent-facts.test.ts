import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { BeforeFacts } from "#app/components/closing/before-facts.tsx";
import { badgesOf } from "#app/components/closing/close-head.tsx";
import { sentLead } from "#app/components/closing/sent-facts.ts";
import type { RequestPhase } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { textOf } from "../text-of.ts";

const request = (phase: RequestPhase) => ({
  ...{ reference: "SET-7KQ2-M9XD", phase, nextOn: "2026-06-24", overdue: false },
});
/** What Close account's badge and Before you uninstall say of a request. */
function said(phase: RequestPhase, locale: Locale): string {
  const { t } = translatorFor(locale);
  const view = {
    ...{ closed: false, unproved: false, goesOn: "brand" as const, email: null, mailStoppedAt: null },
    ...{ timeZone: "UTC", today: "2026-06-22", standing: null, earliest: null, contracts: null },
    request: request(phase),
  };
  const badges = badgesOf(
    { request: request(phase), route: { closingPath: { route: "starter-ticket" } } },
    t,
  );
  return `${badges.map(({ text }) => text).join()}|${textOf(createElement(BeforeFacts, { view }), locale)}`;
}

describe("a request", () => {
  it.each([
    ["en", "Not sent yet", "Request sent", "SET-7KQ2-M9XD is written, but impact.com does not have it yet."],
    ["zh-CN", "尚未提交", "申请已提交", "SET-7KQ2-M9XD 已写好，但 impact.com 还没有收到。"],
  ] as const)("that has not left is called sent on no page (%s)", (locale, unsent, sent, note) => {
    const before = said("ready", locale);
    for (const part of [unsent, note]) expect(before).toContain(part);
    expect(before).not.toContain(sent);
    const after = said("sent", locale);
    expect(after).toContain(sent);
    for (const part of [unsent, note]) expect(after).not.toContain(part);
  });

  it.each([
    ["en", "See the request", "See the follow-up"],
    ["zh-CN", "查看申请", "查看跟进内容"],
  ] as const)("leads to the follow-up once there is one (%s)", (locale, see, followUp) => {
    const link = (overdue: boolean) =>
      sentLead({ ...request("sent"), overdue }, "2026-06-22", translatorFor(locale)).foot;
    expect([link(false), link(true)]).toMatchObject([{ link: see }, { link: followUp }]);
  });
});
