import { describe, expect, it } from "vitest";
import { renderText } from "#app/adapters/mail/render-text.ts";
import type { Locale } from "#app/messages/locales.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { remindBeforeFee } from "#app/services/uninstall/remind-before-fee.server.ts";
import { warningFactsSchema } from "#app/services/uninstall/warning-facts.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

/** The merchant leaves with a request that was told of like this. */
async function leftWith(...stated: Parameters<Awaited<ReturnType<typeof aRequest>>["tell"]>[]) {
  const found = await aRequest();
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

describe("the mail after an uninstall, when a closing request was made (fault 12)", () => {
  it.each([
    ["sent", [], /Account still open: SET-.* is sent/, /was sent\. You do not need a second one/],
    [
      "acknowledged",
      [["told-reply"]],
      /Account still open: SET-.* is sent/,
      /impact\.com has your closing request/,
    ],
    ["needs something", [["told-needs"]], /impact\.com waits for you/, /is waiting for your answer/],
  ] as const)(
    "names the request that is %s, and asks for no second one",
    async (_state, stated, subject, line) => {
      const mail = await leftWith(...stated.map(([trigger]) => [trigger] as [typeof trigger]));
      expect(mail.subject).toMatch(subject);
      expect(mail.subject).toContain(mail.reference);
      expect(mail.text).toMatch(line);
      expect(mail.text).not.toContain("create a ticket");
      expect(mail.text).toContain("See your request");
    },
  );

  it("says that a request was not accepted, and how to ask again", async () => {
    const { text, subject, reference } = await leftWith(["told-rejected"]);
    expect(subject).not.toContain(reference);
    expect(text).toContain(`impact.com did not accept closing request ${reference}.`);
    expect(text).toContain("create a ticket");
  });

  it("is followed by a reminder that asks for no second one either", async () => {
    const { deps, shop, deliver, reference, lastText } = await leftWith();
    deps.clock.set("2026-06-29T15:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("reminded");
    await deliver();
    const reminder = lastText();
    expect(reminder).toContain(reference);
    expect(reminder).not.toContain("create a ticket");
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
