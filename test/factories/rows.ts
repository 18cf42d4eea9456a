import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type {
  ClosingRequestEvent,
  ClosingRequestRow,
  ConnectionRow,
  LinkRow,
  MailRow,
  PruneLimits,
  ShopRow,
  TicketRow,
  WebhookRow,
} from "#app/ports/index.ts";

/** An instant from its ISO text. */
export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** Never twice the same, and without digits: by chance they would pass for a card's number, which no ticket may hold. */
const unlikeAny = (): string => randomUUID().replaceAll(/\d/g, (digit) => "ghjkmnpqrs".charAt(Number(digit)));

/** A shop nobody else in the run uses, so that tests can share a database. */
export const newShopDomain = (): string => `shop-${unlikeAny()}.myshopify.com`;

/** S3's store, installed on the day the merchant signed up. */
export function aShop(overrides: Partial<ShopRow> = {}): ShopRow {
  return {
    shop: newShopDomain(),
    shopifyId: "gid://shopify/Shop/1",
    name: "Acme Outdoor",
    contactEmail: "owner@acme-outdoor.example",
    locale: "en",
    timeZone: "America/New_York",
    currency: "USD",
    installedAt: at("2026-05-12T13:00:00Z"),
    uninstalledAt: null,
    lastSeenAt: at("2026-05-12T13:05:00Z"),
    mailStoppedAt: null,
    storeStop: null,
    storeNewsAt: null,
    ...overrides,
  };
}

/** What a request says of an account that no token has proved. */
export const NAMED_ONLY = {
  accounts: ["IRtestSid0000001"],
  proof: "Settled: only the merchant names this account. No API token has proved that it is theirs.",
};

export function aConnection(overrides: Partial<ConnectionRow> = {}): ConnectionRow {
  return {
    shop: newShopDomain(),
    accountSid: "IRtestSid0000001",
    kind: "brand",
    sealedToken: "s1.k1.wrapped.sealed",
    connectedAt: at("2026-05-12T13:10:00Z"),
    connectedBy: "staff-1",
    ...overrides,
  };
}

export function aClosing(overrides: Partial<ClosingRequestRow> = {}): ClosingRequestRow {
  return {
    id: randomUUID(),
    shop: newShopDomain(),
    reference: `SET-${unlikeAny()}`,
    accounts: ["IRtestSid0000001"],
    route: "starter-ticket",
    state: "ready",
    subject: "Please close account IRtestSid0000001",
    body: "Please close the account.\n\n账户",
    reason: null,
    wantedOn: null,
    openItems: ["expire-contracts"],
    createdAt: at("2026-06-21T09:00:00Z"),
    updatedAt: at("2026-06-21T09:00:00Z"),
    ...overrides,
  };
}

export function aClosingEvent(overrides: Partial<ClosingRequestEvent> = {}): ClosingRequestEvent {
  return {
    trigger: "handed-over",
    fromState: null,
    toState: "ready",
    actor: "staff-1",
    evidence: { reference: "SET-7KQ2-M9XD" },
    at: at("2026-06-21T09:00:00Z"),
    ...overrides,
  };
}

export function aMail(overrides: Partial<MailRow> = {}): MailRow {
  const id = randomUUID();
  return {
    id,
    shop: newShopDomain(),
    purpose: "uninstall-warning",
    dedupeKey: `uninstall-warning:${id}`,
    messageId: `<${id}@settled.example>`,
    recipient: "owner@acme-outdoor.example",
    locale: "en",
    content: { shopName: "Acme Outdoor", nested: { amount: "30.00" } },
    requestId: null,
    state: "pending",
    attempts: 0,
    lastError: null,
    createdAt: at("2026-06-21T09:00:00Z"),
    sentAt: null,
    headers: null,
    ...overrides,
  };
}

/** A ticket that waits for its first try. */
export function aTicket(overrides: Partial<TicketRow> = {}): TicketRow {
  return {
    id: randomUUID(),
    shop: newShopDomain(),
    requestId: randomUUID(),
    channel: "freshdesk",
    key: randomUUID(),
    content: { subject: "Close", body: "关闭", requester: { name: "Acme", email: "owner@acme.example" } },
    state: "pending",
    attempts: 0,
    lastError: null,
    attemptedAt: null,
    proof: null,
    createdAt: at("2026-06-21T09:00:00Z"),
    settledAt: null,
    ...overrides,
  };
}

export function aWebhook(overrides: Partial<WebhookRow> = {}): WebhookRow {
  return {
    webhookId: randomUUID(),
    eventId: randomUUID(),
    topic: "app/uninstalled",
    shop: newShopDomain(),
    body: {},
    triggeredAt: at("2026-06-21T09:00:00Z"),
    receivedAt: at("2026-06-21T09:00:01Z"),
    handledAt: null,
    outcome: null,
    ...overrides,
  };
}

export function aLink(overrides: Partial<LinkRow> = {}): LinkRow {
  return {
    idHash: randomUUID(),
    shop: newShopDomain(),
    purpose: "finish",
    createdAt: at("2026-06-21T09:00:00Z"),
    expiresAt: at("2026-07-21T09:00:00Z"),
    revokedAt: null,
    ...overrides,
  };
}

/** Limits that remove nothing, so that a test names only those it is about. */
export function pruneLimits(limits: Partial<PruneLimits>): PruneLimits {
  const never = at("2000-01-01T00:00:00Z");
  return {
    handledBefore: never,
    linksEndedBefore: never,
    codesEndedBefore: never,
    callHoursEndedBefore: never,
    recordsBefore: never,
    softFailuresBefore: never,
    closingStateBefore: never,
    eventsBefore: never,
    alertsBefore: never,
    lastMailsBefore: never,
    ...limits,
  };
}
