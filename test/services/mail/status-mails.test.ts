import { describe, expect, it } from "vitest";
import { renderHtml } from "#app/adapters/mail/render-html.ts";
import { renderText } from "#app/adapters/mail/render-text.ts";
import { MAILED_STEPS } from "#app/domain/index.ts";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { chargeQuestionText, refundLateText, statusText } from "#app/services/mail/status-text.ts";
import { pseudonym } from "#app/services/pseudonym.ts";
import { askAbout } from "#app/services/requests/ask-about.server.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

const facts = {
  shopName: "Acme Outdoor",
  reference: "SET-7KQ2-M9XD",
  ticketNumber: "10001",
  timeZone: "America/New_York",
};
const text = "Hello impact.com support,\n\nPlease look.";
const closing = { refundBy: "2026-07-07", askChargeOn: "2026-07-27" };
const noDates = { refundBy: null, askChargeOn: null };

const CASES = (["en", "zh-CN"] as const).flatMap((locale) =>
  [true, false].map((installed) => ({ locale, installed })),
);

describe.each(CASES)(
  "the mails about a request in $locale, installed: $installed",
  ({ locale, installed }) => {
    const links = {
      finish: installed ? null : "https://settled.example/l/a.b",
      stop: "https://settled.example/stop/a.b",
    };
    const known = { ...facts, installed };
    const mails = [
      ...MAILED_STEPS.map((step) => {
        const dates = step === "told-closed" ? closing : noDates;
        return statusText(
          { ...known, isBilled: true, step, at: "2026-06-22T09:00:00Z", ...dates },
          locale,
          links,
          fakeSettings,
        );
      }),
      refundLateText({ ...known, refundBy: "2026-07-07", text }, locale, links, fakeSettings),
      chargeQuestionText({ ...known, closedOn: "2026-06-22", text }, locale, links, fakeSettings),
    ];

    it("say who, why and how to stop, in both parts alike, below 80 kB and without anything from elsewhere", () => {
      for (const { subject, blocks } of mails) {
        const plain = renderText(blocks);
        const html = renderHtml(blocks, locale, subject);
        for (const part of ["Acme Outdoor", "SET-7KQ2-M9XD", links.stop, "1 Example Street"])
          expect(plain).toContain(part);
        expect(plain.includes("/l/")).toBe(!installed);
        expect(`${subject} ${plain}`).not.toMatch(/undefined|null|NaN|\{|\}|offer|discount|sorry|抱歉|优惠/i);
        const words = (markup: string) =>
          markup
            .replace(/<style>[\s\S]*<\/style>|<title>.*<\/title>|<[^>]+>/g, " ")
            .replaceAll("&#39;", "'")
            .replace(/https:\S+|[\s:•-]+/g, "");
        expect(words(html)).toBe(words(plain));
        expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
        expect(html).not.toMatch(/<img|<link|<script|<form|@import|url\(|src=/);
        expect(Buffer.byteLength(html) + Buffer.byteLength(plain)).toBeLessThanOrEqual(80_000);
        expect(subject.length).toBeLessThanOrEqual(78);
      }
    });

    it("call nothing closed that is not, and say that billing goes on", () => {
      const stillBilled = locale === "en" ? "Your account is not closed yet" : "您的账户尚未关闭";
      for (const [index, step] of MAILED_STEPS.entries())
        expect(renderText(mails[index]?.blocks ?? []).includes(stillBilled), step).toBe(
          step !== "told-closed",
        );
    });
  },
);

describe("the mail about a change of status (E4)", () => {
  it("is written with the move, once a change, and in the merchant's language", async () => {
    const { deps, shop, reference, mails, deliver } = await aRequest({ locale: "zh-TW" });
    const ask = () => askAbout({ shop, reference, now: true }, deps);
    await Promise.all([ask(), ask(), ask()]);
    deps.helpDesk.status = { outcome: "read", status: "waiting", said: "3", saidAt: null };
    await ask();
    await ask();
    expect(mails("status-change").map(({ content }) => content.step)).toEqual([
      "desk-acknowledged",
      "desk-waits",
    ]);
    await deliver();
    const sent = deps.mailer.sent.slice(-2);
    expect(sent.map(({ locale }) => locale)).toEqual(["zh-TW", "zh-TW"]);
    expect(sent.at(-1)?.headers).toMatchObject({
      "List-Unsubscribe": expect.stringMatching(/^<https:\/\/settled\.example\/stop\/[\w-]+\.[\w-]+>$/),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  it("is not written of a step that the merchant alone needs to know of", async () => {
    const { tell, mails } = await aRequest();
    await tell("told-reply");
    await tell("told-follow-up", {});
    expect(mails("status-change")).toEqual([]);
    await tell("told-closed");
    expect(mails("status-change")).toHaveLength(1);
  });

  it("names the dates to expect once the account is closed", async () => {
    const { deps, tell, deliver } = await aRequest();
    deps.clock.set("2026-06-22T09:00:00Z");
    await tell("told-closed");
    await deliver();
    const body = JSON.stringify(deps.mailer.sent.at(-1)?.body);
    expect(body).toContain("within 10 business days: by about Tue, Jul 7, 2026");
    expect(body).toContain("until Mon, Jul 27, 2026");
  });

  it("does not go out when the move is undone", async () => {
    const { deps, tell, mails, state } = await aRequest();
    const failing = { ...deps.db, transact: deps.db.transact };
    deps.db.transact = (run) =>
      failing.transact(async (work) => {
        await run(work);
        throw new Error("the commit failed");
      });
    await expect(tell("told-closed")).rejects.toThrow("the commit failed");
    expect(mails("status-change")).toEqual([]);
    expect(await state()).toBe("sent");
  });

  it("goes to nobody who stopped the mails, whose address bounced, or who has none", async () => {
    const stopped = await aRequest();
    await stopped.tell("told-closed");
    await stopMail({ shop: stopped.shop, actor: "signed-link" }, stopped.deps);
    await stopped.deliver();
    expect(stopped.mails("status-change")).toMatchObject([
      { state: "dropped", lastError: "e-mails stopped" },
    ]);
    const bounced = await aRequest();
    const mac = pseudonym("address", "owner@acme-outdoor.example", bounced.deps.settings);
    const since = { suppressedAt: bounced.deps.clock.now(), endsAt: null };
    const trouble = { suppression: { reason: "bounce" as const, ...since }, softSince: null };
    await bounced.deps.db.suppressions.save(mac, trouble);
    await bounced.tell("told-closed");
    await bounced.deliver();
    expect(bounced.mails("status-change")).toMatchObject([
      { state: "dropped", lastError: "address suppressed after a bounce" },
    ]);
    const nameless = await aRequest({ contactEmail: null });
    await nameless.tell("told-closed");
    expect(nameless.mails("status-change")).toEqual([]);
  });

  it("takes a merchant who left to the stand-alone page, and one who did not to the admin", async () => {
    for (const left of [true, false]) {
      const { deps, tell, leave, deliver } = await aRequest();
      if (left) await leave();
      await tell("told-closed");
      await deliver();
      const body = JSON.stringify(deps.mailer.sent.at(-1)?.body);
      expect(body.includes("https://settled.example/l/")).toBe(left);
      expect(body.includes("In your Shopify admin")).toBe(!left);
      expect(body.includes("then deletes your data")).toBe(left);
    }
  });
});
