import { Temporal } from "temporal-polyfill";
import { readConfig } from "#app/config.server.ts";
import { type Container, createContainer } from "#app/container.server.ts";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import type { LinkPurpose } from "#app/services/exit/link-token.ts";
import type { LeftStore } from "./target.ts";

/** Names nobody else's page holds. */
const NAMES = ["Attacked Anvils", "Bystander Bikes"] as const;

/** Lays two stores that left an hour ago into the database, each with both its links, before the app is started on it. */
export async function seedStores(settings: NodeJS.ProcessEnv): Promise<[LeftStore, LeftStore]> {
  const container = await createContainer(readConfig({ ...settings, LOG_LEVEL: "silent" }));
  try {
    return [await leftStore(NAMES[0], container), await leftStore(NAMES[1], container)];
  } finally {
    await container.close();
  }
}

async function leftStore(name: string, { deps }: Container): Promise<LeftStore> {
  const shop = `${name.toLowerCase().replace(" ", "-")}.myshopify.com`;
  const now = Temporal.Now.instant().round("millisecond");
  const lastSeenAt = now.subtract({ hours: 1 });
  await deps.db.shops.save({
    shop,
    shopifyId: null,
    name,
    contactEmail: `owner@${name.toLowerCase().replace(" ", "-")}.com`,
    locale: "en",
    timeZone: "UTC",
    currency: "USD",
    installedAt: now.subtract({ hours: 24 }),
    lastSeenAt,
    uninstalledAt: lastSeenAt.add({ minutes: 5 }),
    mailStoppedAt: null,
    storeStop: null,
    storeNewsAt: null,
  });
  await deps.db.connections.save({
    shop,
    kind: "brand",
    accountSid: "IRattacked000001",
    sealedToken: null,
    connectedAt: lastSeenAt,
    connectedBy: "staff-1",
  });
  const linkFor = async (purpose: LinkPurpose) => new URL(await issueLink({ shop, purpose }, deps)).pathname;
  return { shop, name, finish: await linkFor("finish"), stop: await linkFor("stop-mail") };
}
