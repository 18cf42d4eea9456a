import { Temporal } from "temporal-polyfill";
import { type AdminFile, type StoreStatus, stateOf } from "./state.ts";
import { type Store, stores } from "./stores.ts";
import { compliancePayloads } from "./webhooks/compliance-payloads.ts";
import type { Deliveries } from "./webhooks/deliveries.ts";
import { shopPayload } from "./webhooks/shop-payload.ts";

export interface InstallationDeps {
  readonly file: AdminFile;
  readonly deliveries: Pick<Deliveries, "enqueue">;
  readonly clock: { now(): Temporal.Instant };
}

/** Shopify sends `shop/redact` no earlier than this after an uninstall, and not after a reinstall. */
const redactAfter = Temporal.Duration.from({ hours: 48 });

export function installApp(store: Store, { file }: InstallationDeps): void {
  file.change((state) => {
    const its = stateOf(state, store.domain);
    its.installed = true;
    its.uninstalledAt = null;
    its.redactSent = false;
  });
}

/**
 * Ends the app's access at once, then tells it by webhook, unless that one is to get lost; the partner account knows in
 * any case. A second uninstall does nothing.
 */
export function uninstallApp(
  store: Store,
  { file, deliveries, clock }: InstallationDeps,
  webhook: "sent" | "lost" = "sent",
): void {
  const its = stateOf(file.value, store.domain);
  if (!its.installed) return;
  const now = clock.now().toString();
  file.change(() => {
    its.installed = false;
    its.uninstalledAt = now;
    its.grants = [];
    its.uninstalls.push(now);
  });
  if (webhook === "lost") return;
  deliveries.enqueue({
    domain: store.domain,
    topic: "app/uninstalled",
    name: "app-uninstalled",
    payload: shopPayload(store, its.locale, now, its.status),
  });
}

/**
 * Pauses, closes or opens a store, with the app still in it, and tells the app by webhook, unless that one is to get lost.
 * The partner account hears only of a store that closes or opens again.
 */
export function setStoreStatus(
  store: Store,
  { file, deliveries, clock }: InstallationDeps,
  { status, webhook = "sent" }: { status: StoreStatus; webhook?: "sent" | "lost" },
): void {
  const its = stateOf(file.value, store.domain);
  if (its.status === status) return;
  const now = clock.now().toString();
  file.change(() => {
    if (status === "closed") its.closings.push({ at: now, type: "RELATIONSHIP_DEACTIVATED" });
    if (its.status === "closed") its.closings.push({ at: now, type: "RELATIONSHIP_REACTIVATED" });
    its.status = status;
  });
  if (webhook === "lost" || !its.installed) return;
  deliveries.enqueue({
    domain: store.domain,
    topic: "shop/update",
    name: "shop-update",
    payload: shopPayload(store, its.locale, now, status),
  });
}

/** Sends `shop/redact` for every store whose 48 hours are over. Call it whenever the clock has moved. */
export function sendDueRedactions({ file, deliveries, clock }: InstallationDeps): void {
  for (const store of stores) {
    const its = stateOf(file.value, store.domain);
    if (its.redactSent || its.uninstalledAt === null) continue;
    const due = Temporal.Instant.from(its.uninstalledAt).add(redactAfter);
    if (Temporal.Instant.compare(clock.now(), due) < 0) continue;
    file.change(() => {
      its.redactSent = true;
    });
    deliveries.enqueue({
      domain: store.domain,
      topic: "shop/redact",
      name: "shop-redact",
      payload: compliancePayloads["shop/redact"](store),
    });
  }
}
