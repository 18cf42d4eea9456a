import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createMetrics } from "#app/adapters/metrics/metrics.server.ts";
import type { Database } from "#app/ports/index.ts";
import { at, aWebhook, newShopDomain } from "#test/factories/rows.ts";
import { createFakeClock } from "#test/fakes/deps.ts";
import { PLACES, type Place } from "./databases.ts";

const NOW = "2026-06-21T09:00:00Z";

describe.each(PLACES)("the metrics on %s", (_name, make) => {
  let place: Place;
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    place = await make();
    opened = await place.open();
    db = createDatabase(opened, async () => undefined);
  });
  afterAll(async () => {
    await opened.close();
    await place.clear();
  });
  const metrics = () =>
    createMetrics({
      stuck: db.stuck,
      deadJobs: { ofLastHours: async () => [{ job: "deliver-mail", count: 2 }] },
      clock: createFakeClock(NOW),
      database: opened,
    });

  it("tell how long what waits has waited, and name no store", async () => {
    const shop = newShopDomain();
    for (const receivedAt of [at("2026-06-21T08:50:00Z"), at("2026-06-21T08:58:00Z")])
      await db.webhooks.add(aWebhook({ shop, receivedAt }));
    const connection = {
      shop,
      accountSid: "IR1",
      kind: "brand" as const,
      sealedToken: "x",
      connectedBy: "a",
    };
    await db.connections.save({ ...connection, connectedAt: at("2026-06-20T09:00:00Z") });
    const hour = { limit: 1_000, resetAt: at("2026-06-21T09:30:00Z") };
    await db.callBudgets.save("IR1", "other", { ...hour, remaining: 40 });
    await db.callBudgets.save("IR2", "other", { ...hour, remaining: 7 });
    await db.callBudgets.save("IR3", "other", {
      limit: 1_000,
      remaining: 0,
      resetAt: at("2026-06-21T08:30:00Z"),
    });
    const seen = metrics();
    seen.webhookAnswered(200, 0.004);
    seen.jobEnded("deliver-mail", false);
    const lines = (await seen.read()).split("\n");
    for (const line of [
      'settled_waiting{kind="webhooks"} 2',
      'settled_waiting_oldest_seconds{kind="webhooks"} 600',
      'settled_waiting_oldest_seconds{kind="mails"} 0',
      'settled_dead_jobs{job="deliver-mail"} 2',
      "settled_reading_lag_seconds 86400",
      'settled_impact_calls_left{group="other"} 7',
      'settled_webhook_seconds_bucket{le="0.005",status="200"} 1',
      'settled_jobs_total{job="deliver-mail",outcome="failed"} 1',
    ])
      expect(lines).toContain(line);
    expect(lines.join()).not.toContain(shop);
  });

  it("are the ones that the alerts and the dashboard ask for", async () => {
    const shown = [...(await metrics().read()).matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name ?? "");
    const rules: { groups: { rules: { expr: string }[] }[] } = parse(
      readFileSync("ops/prometheus/alerts.yml", "utf8"),
    );
    const dashboard: { panels: { targets: { expr: string }[] }[] } = JSON.parse(
      readFileSync("ops/grafana/settled.json", "utf8"),
    );
    const asked = [
      ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ].flatMap((expr) => expr.match(/\b(?:settled|nodejs|process)_\w+/g) ?? []);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !shown.includes(name.replace(/_(bucket|count)$/, "")))).toEqual([]);
  });
});

it("have a case for each alert in the file that promtool runs (npm run alerts:test)", () => {
  const rules: { groups: { rules: { alert: string }[] }[] } = parse(
    readFileSync("ops/prometheus/alerts.yml", "utf8"),
  );
  const cases: { tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[] } = parse(
    readFileSync("ops/prometheus/alerts.test.yml", "utf8"),
  );
  const ringing = cases.tests.flatMap(({ alert_rule_test: asked }) =>
    asked.filter(({ exp_alerts: expected }) => expected.length > 0).map(({ alertname }) => alertname),
  );
  const alerts = rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert));
  expect(alerts.filter((alert) => !ringing.includes(alert))).toEqual([]);
  expect(alerts).toHaveLength(11);
});
