import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { SandboxSettings } from "#sandbox/config.ts";
import type { AdminFile, Delivery } from "../state.ts";
import { sendWebhook } from "./send.ts";

/** Shopify retries 8 times over 4 hours; the sandbox keeps the count and shortens the pauses. */
const retries = 8;

export interface Deliveries {
  /** Stores a new webhook and sends it at once. */
  enqueue(webhook: { domain: string; topic: string; name: string; payload: unknown }): void;
  /** Sends the same webhook again: same ids, same body. False when the id is unknown. */
  sendAgain(webhookId: string): boolean;
  /** Takes up what an earlier run left pending. */
  start(): void;
  /** Stops timers and open requests. A cut-off attempt is not counted and is repeated at the next start. */
  stop(): Promise<void>;
}

export interface DeliveryLog {
  info(fields: object, message: string): void;
}

interface Deps {
  readonly file: AdminFile;
  readonly settings: Pick<SandboxSettings, "app" | "appUrl" | "apiSecret" | "webhookRetryMs">;
  readonly clock: { now(): Temporal.Instant };
  readonly log: DeliveryLog;
}

export function createDeliveries({ file, settings, clock, log }: Deps): Deliveries {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopping = new AbortController();

  const find = (webhookId: string) => file.value.deliveries.find((d) => d.webhookId === webhookId);

  const attempt = async (delivery: Delivery): Promise<void> => {
    const { signal } = stopping;
    // After a reset the timer of a forgotten webhook may still fire.
    const known = () => find(delivery.webhookId) === delivery;
    if (!known()) return;
    const at = clock.now().toString();
    const outcome = await sendWebhook(delivery, settings, signal);
    if (signal.aborted || !known()) return;
    const delivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
    file.change(() => {
      delivery.attempts.push({ at, ...outcome });
      const failures = delivery.attempts.length;
      delivery.nextAttempt =
        delivered || failures > retries ? null : Date.now() + settings.webhookRetryMs * 2 ** (failures - 1);
    });
    const { topic, domain, attempts } = delivery;
    log.info({ topic, domain, attempt: attempts.length, status: outcome.status }, "webhook attempt");
    schedule(delivery);
  };

  const schedule = (delivery: Delivery): void => {
    clearTimeout(timers.get(delivery.webhookId));
    timers.delete(delivery.webhookId);
    if (delivery.nextAttempt === null || stopping.signal.aborted) return;
    const run = () => {
      timers.delete(delivery.webhookId);
      const work = attempt(delivery).finally(() => running.delete(work));
      running.add(work);
    };
    timers.set(delivery.webhookId, setTimeout(run, Math.max(0, delivery.nextAttempt - Date.now())));
  };

  return {
    enqueue({ domain, topic, name, payload }) {
      const delivery: Delivery = {
        webhookId: randomUUID(),
        eventId: randomUUID(),
        domain,
        topic,
        name,
        body: JSON.stringify(payload),
        triggeredAt: clock.now().toString({ fractionalSecondDigits: 9 }),
        attempts: [],
        nextAttempt: Date.now(),
      };
      file.change((state) => state.deliveries.push(delivery));
      schedule(delivery);
    },
    sendAgain(webhookId) {
      const delivery = find(webhookId);
      if (!delivery) return false;
      file.change(() => {
        delivery.nextAttempt = Date.now();
      });
      schedule(delivery);
      return true;
    },
    start() {
      stopping = new AbortController();
      for (const delivery of file.value.deliveries) schedule(delivery);
    },
    async stop() {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(running);
    },
  };
}
