import { describe, expect, it } from "vitest";
import { renderText } from "#app/adapters/mail/render-text.ts";
import type { Locale } from "#app/messages/locales.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { remindBeforeFee } from "#app/services/uninstall/remind-before-fee.server.ts";
import { warningFactsSchema } from "#app/services/uninstall/warning-facts.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

/** The merchant, who reads this language, leaves with a request that was told of like this. */
async function leftWith(
  locale: Locale,
  ...stated: Parameters<Awaited<ReturnType<typeof aRequest>>["tell"]>[]
) {
  const found = await aRequest({ locale });
  for (const each of stated) await found.tell(...each);
  found.deps.access.answer = "gone";
  await handleUninstall({ shop: found.shop, triggeredAt: found.deps.clock.now() }, found.deps);
  await found.deliver();
  const lastText = () => {
    const body = found.deps.mailer.sent.at(-1)?.body;
    return body?.kind === "blocks" ? renderText(body.blocks) : "";
  };
  const subject = found.deps.mailer.sent.at(-1)?.subject ?? "";
  return { ...found, subject, lastText, text: lastText() };
}

/** Of each state of a request its subject and its line; and what asks for a ticket. */
const WORDS = {
  en: {
    sent: [/Account still open: SET-.* is sent/, /was sent\. You do not need a second one/],
    acknowledged: [/Account still open: SET-.* is sent/, /impact\.com has your closing request/],
    needs: [/impact\.com waits for you/, /is waiting for your answer/],
    rejected: /impact\.com did not accept closing request SET-/,
    see: "See your request",
    ticket: "create a ticket",
  },
  "zh-CN": {
    sent: [/账户尚未关闭：SET-.* 已提交/, /已提交。您无需再提交一份/],
    acknowledged: [/账户尚未关闭：SET-.* 已提交/, /impact\.com 已收到您的关闭申请/],
    needs: [/impact\.com 在等您的回复/, /impact\.com 在等您就关闭申请/],
    rejected: /impact\.com 未接受关闭申请 SET-/,
    see: "查看申请",
    ticket: "创建工单",
  },
} as const;
const LANGUAGES = ["en", "zh-CN"] as const;
const STATES = [
  ["sent", []],
  ["acknowledged", ["told-reply"]],
  ["needs", ["told-needs"]],
] as const;

describe("the mail after an uninstall, when a closing request was made (fault 12)", () => {
  it.each(LANGUAGES.flatMap((locale) => STATES.map(([state, stated]) => [state, locale, stated] as const)))(
    "names the request that is %s, and asks for no second one (%s)",
    async (state, locale, stated) => {
      const mail = await leftWith(locale, ...stated.map((trigger) => [trigger] as [typeof trigger]));
      const [subject, line] = WORDS[locale][state];
      expect(mail.subject).toMatch(subject);
      expect(mail.subject).toContain(mail.reference);
      expect(mail.text).toMatch(line);
      expect(mail.text).not.toContain(WORDS[locale].ticket);
      expect(mail.text).toContain(WORDS[locale].see);
    },
  );

  it.each(LANGUAGES)("says that a request was not accepted, and how to ask again (%s)", async (locale) => {
    const { text, subject, reference } = await leftWith(locale, ["told-rejected"]);
    expect(subject).not.toContain(reference);
    expect(text).toMatch(WORDS[locale].rejected);
    expect(text).toContain(WORDS[locale].ticket);
  });

  it.each(LANGUAGES)("is followed by a reminder that asks for no second one either (%s)", async (locale) => {
    const { deps, shop, deliver, reference, lastText } = await leftWith(locale);
    deps.clock.set("2026-06-29T15:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    const reminder = lastText();
    expect(reminder).toContain(reference);
    expect(reminder).not.toContain(WORDS[locale].ticket);
  });

  it.each<Locale>(["en", "zh-CN"])("stays short in %s, whatever the state", (locale) => {
    const links = { finish: "https://settled.example/l/a.b", stop: "https://settled.example/stop/a.b" };
    for (const standing of ["ready", "sent", "acknowledged", "needs", "rejected", "withdrawn"]) {
      const facts = warningFactsSchema.parse({
        ...{ shopName: "Acme", timeZone: "UTC", currency: "USD", asOf: null, dataKept: true },
        ...{ nextCharge: { amount: "30.00", date: "2026-07-01" } },
        ...{ minimum: { perMonth: "30.00", perYear: "360.00" } },
        request: { reference: "SET-7KQ2-M9XD", standing },
      });
      const { subject, blocks } = warningText(facts, locale, links, fakeSettings);
      const text = renderText(blocks);
      expect(text.replace(/https:\S+/g, "").split(/\s+/).length).toBeLessThanOrEqual(150);
      expect(text).toContain("SET-7KQ2-M9XD");
      expect(`${subject} ${text}`).not.toMatch(/undefined|null|\{|\}/);
    }
  });
});
