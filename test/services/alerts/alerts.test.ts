import { describe, expect, it } from "vitest";
import { saveAlerts } from "#app/services/alerts/save-alerts.server.ts";
import { seeAlert } from "#app/services/alerts/see-alert.server.ts";
import { showAlertNews, showAlerts } from "#app/services/alerts/show-alerts.server.ts";
import { disconnectAccount } from "#app/services/connection/disconnect-account.server.ts";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { watchShop } from "#app/services/watch/watch-shop.server.ts";
import { shop } from "../sync/a-merchant.ts";
import { anAlerted, NONE } from "./an-alerted.ts";

describe("an alert", () => {
  it("is told once, by event, mail and on Home, however many workers look at once", async () => {
    const { deps, minimum, events, mails } = await anAlerted({ byMail: true });
    await watchShop({ shop }, deps);
    expect(events()).toEqual([]);
    await minimum("40.00");
    await Promise.all([1, 2, 3].map(() => watchShop({ shop }, deps)));
    await watchShop({ shop }, deps);
    expect(events()).toEqual([
      {
        type: "alert-crossed",
        alert: "monthly-fee",
        amount: { minor: 4000, currency: "USD" },
        limitMinor: 3500,
        on: "2026-07-01",
        movedDays: null,
      },
    ]);
    expect(mails()).toHaveLength(1);
    expect(await showAlertNews({ shop }, deps)).toMatchObject([
      { news: { alert: "monthly-fee", amount: "40.00", limit: "35" } },
    ]);
  });

  it("is told again by a retry whose transaction failed, and never twice", async () => {
    const { deps, minimum, events } = await anAlerted();
    await minimum("40.00");
    const { transact } = deps.db;
    deps.db.transact = async () => {
      throw new Error("the database went away");
    };
    await expect(watchShop({ shop }, deps)).rejects.toThrow("went away");
    expect(events()).toEqual([]);
    deps.db.transact = transact;
    await watchShop({ shop }, deps);
    await watchShop({ shop }, deps);
    expect(events()).toHaveLength(1);
  });

  it("goes from Home when somebody puts it away, and when it holds no more", async () => {
    const { deps, minimum } = await anAlerted();
    await minimum("40.00");
    await watchShop({ shop }, deps);
    const [shown] = await showAlertNews({ shop }, deps);
    await seeAlert({ shop, alert: "monthly-fee", at: "2026-01-01T00:00:00Z" }, deps);
    expect(await showAlertNews({ shop }, deps)).toHaveLength(1);
    await seeAlert({ shop, alert: "monthly-fee", at: shown?.at ?? "" }, deps);
    expect(await showAlertNews({ shop }, deps)).toEqual([]);
    await minimum("30.00");
    await watchShop({ shop }, deps);
    await minimum("45.00");
    await watchShop({ shop }, deps);
    expect(await showAlertNews({ shop }, deps)).toHaveLength(1);
    await minimum("30.00");
    await watchShop({ shop }, deps);
    expect(await showAlertNews({ shop }, deps)).toEqual([]);
  });

  it("begins anew with another limit: what is so already is shown and told to nobody", async () => {
    const { deps, minimum, events } = await anAlerted();
    await minimum("40.00");
    await saveAlerts({ shop, actor: "staff-1", limits: { ...NONE, monthlyFee: "38" }, byMail: false }, deps);
    await watchShop({ shop }, deps);
    expect(events()).toEqual([]);
    expect(await showAlerts({ shop }, deps)).toMatchObject({ now: { reached: { "monthly-fee": true } } });
  });

  it("is told of nothing while the last reading failed", async () => {
    const { deps, impact, minimum, events } = await anAlerted();
    impact.readContracts = async () => ({ outcome: "unavailable", reason: "timeout" });
    await minimum("40.00");
    await deps.db.snapshots.saveFailure(
      shop,
      "Actions",
      { outcome: "unavailable", reason: "timeout" },
      deps.clock.now(),
    );
    await watchShop({ shop }, deps);
    expect(events()).toEqual([]);
  });

  it("goes with the connection: its marks hold figures of the account", async () => {
    const { deps, minimum } = await anAlerted();
    await minimum("40.00");
    await watchShop({ shop }, deps);
    await disconnectAccount({ shop, actor: "staff-1" }, deps);
    expect(await deps.db.alerts.marks(shop)).toEqual([]);
    expect(await deps.db.alerts.setting(shop)).toMatchObject({ limits: { monthlyFee: "35" } });
  });
});

describe("the mail about an alert", () => {
  const crossed = async (options: Parameters<typeof anAlerted>[0] = {}) => {
    const alerted = await anAlerted({ byMail: true, ...options });
    await alerted.minimum("40.00");
    await watchShop({ shop }, alerted.deps);
    const send = () => deliverMail({ shop, mailId: alerted.mails()[0]?.id ?? "" }, alerted.deps);
    return { ...alerted, send };
  };

  it.each([
    ["en", "Your next impact.com fee reached your limit", "at least $40.00"],
    ["zh-CN", "下一笔 impact.com 费用已达到您的限额", "至少 $40.00"],
  ])("names figure, date and limit and can be stopped, in %s", async (locale, subject, amount) => {
    const { deps, send } = await crossed({ locale });
    expect(await send()).toBe("sent");
    const [mail] = deps.mailer.sent.slice(-1);
    expect(mail?.subject).toBe(subject);
    expect(JSON.stringify(mail?.body)).toContain(amount);
    expect(JSON.stringify(mail?.body)).toContain("$35.00");
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  it("needs consent, kept with its day and person and shown in the store's history", async () => {
    const { deps, minimum, mails, events } = await anAlerted();
    await minimum("40.00");
    await watchShop({ shop }, deps);
    expect(events()).toHaveLength(1);
    expect(mails()).toEqual([]);
    const limits = { ...NONE, monthlyFee: "35" };
    await saveAlerts({ shop, actor: "staff-2", limits, byMail: true }, deps);
    expect((await deps.db.alerts.setting(shop))?.mail).toMatchObject({ granted: true, decidedBy: "staff-2" });
    expect(await deps.db.storeEvents.latest(shop, 1)).toMatchObject([
      { kind: "choice-given", actor: "staff-2", detail: { choice: "alerts-by-mail" } },
    ]);
    // Saved again without a change, the consent keeps its day and person.
    await saveAlerts({ shop, actor: "staff-3", limits, byMail: true }, deps);
    expect((await deps.db.alerts.setting(shop))?.mail).toMatchObject({ decidedBy: "staff-2" });
  });

  it("is dropped when consent or all e-mails were taken back, or the figure is lower, before it goes", async () => {
    const stopped = await crossed();
    await stopMail({ shop, actor: "signed-link" }, stopped.deps);
    expect(await stopped.send()).toBe("dropped");
    const withdrawn = await crossed();
    const limits = { ...NONE, monthlyFee: "35" };
    await saveAlerts({ shop, actor: "staff-1", limits, byMail: false }, withdrawn.deps);
    expect(await withdrawn.send()).toBe("dropped");
    const lower = await crossed();
    await lower.minimum("30.00");
    await watchShop({ shop }, lower.deps);
    expect(await lower.send()).toBe("dropped");
  });
});
