import { describe, expect, it } from "vitest";
import { OPERATOR } from "#app/ports/index.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { alarmSweep } from "#app/services/operations/alarm-sweep.server.ts";
import { showHealth } from "#app/services/operations/show-health.server.ts";
import { maintainUninstalledShop } from "#app/services/uninstall/maintain-uninstalled-shop.server.ts";
import { aConnection, aMail, aShop, at, aWebhook } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

/** Fakes whose error lines are kept; the clock stands at nine o'clock on 21 June 2026. */
function aSystem() {
  const lines: [Record<string, unknown>, string][] = [];
  const deps = createFakeDeps();
  Object.assign(deps, {
    log: {
      warn: () => undefined,
      info: () => undefined,
      error: (facts: Record<string, unknown>, message: string) => lines.push([facts, message]),
    },
  });
  const alerts = () => deps.db.rows().mails.filter(({ shop }) => shop === OPERATOR);
  const sendAlerts = async () => {
    for (const { shop, id } of alerts()) await deliverMail({ shop, mailId: id }, deps);
    return deps.mailer.sent.map(({ to, subject, body }) => ({ to, subject, text: JSON.stringify(body) }));
  };
  return { deps, lines, alerts, sendAlerts };
}
const left = { uninstalledAt: at("2026-06-21T08:00:00Z") };

describe("the alarm round (C8)", () => {
  it("says nothing while all is well", async () => {
    const { deps, lines, alerts } = aSystem();
    await deps.db.webhooks.add(aWebhook({ receivedAt: at("2026-06-21T08:55:00Z") }));
    await deps.db.mails.add(aMail({ createdAt: at("2026-06-21T08:00:00Z") }));
    await deps.db.mails.add(aMail({ createdAt: at("2026-06-01T08:00:00Z"), state: "dropped" }));
    await deps.db.shops.save(aShop(left));
    expect(await alarmSweep(deps)).toEqual({ stuck: 0, schemaDrifts: 0 });
    expect([lines, alerts()]).toEqual([[], []]);
  });

  it("tells of mails that wait, in the log at each look and by mail once a day, and names nobody", async () => {
    const { deps, lines, alerts, sendAlerts } = aSystem();
    const mail = aMail({
      createdAt: at("2026-06-21T07:30:00Z"),
      attempts: 40,
      lastError: "535 for owner@acme",
    });
    await deps.db.mails.add(mail);
    await alarmSweep(deps);
    await alarmSweep(deps);
    const fact = { kind: "mails", job: null, count: 1, oldest: "2026-06-21T07:30:00Z" };
    expect(lines).toEqual([
      [fact, "stuck"],
      [fact, "stuck"],
    ]);
    expect(alerts()).toHaveLength(1);
    deps.clock.set("2026-06-22T00:05:00Z");
    await alarmSweep(deps);
    expect(alerts()).toHaveLength(2);
    const [sent] = await sendAlerts();
    expect(sent).toMatchObject({ to: "operator@settled.example", subject: "Settled: emails are waiting" });
    expect(sent?.text).toMatch(/1 email has.*Jun 21, 2026, 7:30.AM \(UTC\).*docs\/operations\.md/);
    expect(JSON.stringify([lines, sent])).not.toMatch(/acme|myshopify/i);
  });

  it("tells of an uninstall nobody handles after five minutes, and again no more once it is handled", async () => {
    const { deps, sendAlerts } = aSystem();
    const webhook = aWebhook({ receivedAt: at("2026-06-21T08:54:59Z") });
    await deps.db.webhooks.add(webhook);
    expect((await showHealth(deps)).stuck).toEqual([
      { kind: "webhooks", count: 1, oldest: "2026-06-21T08:54:59Z" },
    ]);
    await alarmSweep(deps);
    expect(await sendAlerts()).toMatchObject([{ subject: "Settled: webhooks are waiting" }]);
    await deps.db.webhooks.markHandled(webhook.shop, webhook.webhookId, "warned", deps.clock.now());
    expect((await showHealth(deps)).stuck).toEqual([]);
  });

  it("tells of a key that outlived its store, unless the merchant asked to keep watching (K5)", async () => {
    const { deps } = aSystem();
    const [forgotten, watched] = [aShop(left), aShop(left)];
    for (const shop of [forgotten, watched]) {
      await deps.db.shops.save(shop);
      await deps.db.connections.save(aConnection({ shop: shop.shop }));
    }
    const decided = { granted: true, decidedAt: at("2026-06-01T00:00:00Z"), decidedBy: "staff-1" };
    await deps.db.choices.save(watched.shop, [{ name: "keep-watching", ...decided }]);
    expect((await showHealth(deps)).stuck).toEqual([
      { kind: "tokens", count: 1, oldest: "2026-06-21T08:00:00Z" },
    ]);
    await deps.db.connections.destroyToken(forgotten.shop);
    expect((await showHealth(deps)).stuck).toEqual([]);
  });

  it("tells of stores that left and that no round looks after: their deletion may be due", async () => {
    const { deps, sendAlerts } = aSystem();
    const shop = aShop({ uninstalledAt: at("2026-06-20T08:00:00Z") });
    await deps.db.shops.save(shop);
    await alarmSweep(deps);
    expect(await sendAlerts()).toMatchObject([
      { subject: "Settled: stores that uninstalled are not checked" },
    ]);
    await maintainUninstalledShop({ shop: shop.shop }, deps);
    expect((await showHealth(deps)).stuck).toEqual([]);
    deps.clock.set("2026-06-21T12:00:01Z");
    expect((await showHealth(deps)).stuck).toMatchObject([{ kind: "left-stores", count: 1 }]);
  });

  it("tells of each kind of job that used up its tries", async () => {
    const { deps, sendAlerts } = aSystem();
    deps.deadJobs.dead = [
      { job: "make-export", count: 2 },
      { job: "sync-actions", count: 1 },
    ];
    await alarmSweep(deps);
    const sent = await sendAlerts();
    expect(sent.map(({ subject }) => subject)).toEqual([
      "Settled: jobs gave up (make-export)",
      "Settled: jobs gave up (sync-actions)",
    ]);
    expect(sent[0]?.text).toContain("2 jobs of the kind “make-export” have used all their tries");
  });
});

describe("what impact.com does differently (P7)", () => {
  const status = { resource: "Contracts", field: "Contracts[].Status", value: "TERMINATED" } as const;
  const missing = { resource: "Invoices", field: "Invoices[].TotalAmount", value: null } as const;

  it("is told once, all of a day in one mail, and leaves the monitor green", async () => {
    const { deps, lines, alerts, sendAlerts } = aSystem();
    await deps.db.schemaDrifts.note(status, at("2026-06-21T08:00:00Z"));
    await deps.db.schemaDrifts.note(status, at("2026-06-21T08:30:00Z"));
    await deps.db.schemaDrifts.note(missing, at("2026-06-21T08:40:00Z"));
    expect(await alarmSweep(deps)).toEqual({ stuck: 0, schemaDrifts: 2 });
    expect(await alarmSweep(deps)).toEqual({ stuck: 0, schemaDrifts: 0 });
    expect(lines.map(([facts]) => facts)).toEqual([
      { ...status, answers: 2 },
      { ...missing, answers: 1 },
    ]);
    const [mail] = await sendAlerts();
    expect(alerts()).toHaveLength(1);
    expect(mail?.subject).toBe("Settled: 2 new kinds of answers from impact.com or the help desk");
    expect(mail?.text).toContain("- Contracts, Contracts[].Status: the new value “TERMINATED” (2 answers)");
    expect(mail?.text).toContain(
      "- Invoices, Invoices[].TotalAmount: missing, or not in the known form (1 answer)",
    );
    expect(await showHealth(deps)).toEqual({ stuck: [], schemaDrifts: 2 });
  });

  it("waits for the next day when today's mail is written, and is not forgotten", async () => {
    const { deps, alerts } = aSystem();
    await deps.db.schemaDrifts.note(status, deps.clock.now());
    await alarmSweep(deps);
    await deps.db.schemaDrifts.note(missing, deps.clock.now());
    expect(await alarmSweep(deps)).toEqual({ stuck: 0, schemaDrifts: 0 });
    deps.clock.set("2026-06-22T00:01:00Z");
    await deps.db.mails.markSent(OPERATOR, alerts()[0]?.id ?? "", deps.clock.now());
    expect(await alarmSweep(deps)).toEqual({ stuck: 0, schemaDrifts: 1 });
    expect(alerts()[1]?.content).toMatchObject({ oddities: [{ field: missing.field }] });
  });
});
