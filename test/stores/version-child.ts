// Runs inside this version and, laid into a copy of it, inside the version before: on the modules of the folder it is started
// in. Does what each line of its input says, and answers with a line.

import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { Session } from "@shopify/shopify-api";
import { Temporal } from "temporal-polyfill";

const load = (file: string) => import(pathToFileURL(path.resolve(file)).href);
const { readConfig } = await load("app/config.server.ts");
const { createContainer } = await load("app/container.server.ts");
const { saveWebhook } = await load("app/services/webhooks/save-webhook.server.ts");

const container = await createContainer(readConfig());
const { db } = container.deps;

/** Everything whose keys differ between the two, written for a store, and read again. `round` names this time. */
async function write(shop: string, round: string): Promise<unknown> {
  const now = Temporal.Now.instant().round("millisecond");
  const later = now.add({ hours: 1 });
  const id = `offline_${shop}`;
  const { sessionStorage: sessions } = container.shopify;
  await sessions.storeSession(new Session({ id, shop, state: "", isOnline: false, accessToken: round }));
  const times = { createdAt: now, expiresAt: later };
  const visit = `visit-${shop}`;
  await db.exitCodes.save({
    visit,
    shop,
    codeMac: round,
    tries: 0,
    ...times,
    mailId: null,
    provedUntil: null,
  });
  const link = { idHash: `${shop}-${round}`, shop, purpose: "finish", ...times, revokedAt: null };
  await db.links.add(link);
  const webhook = {
    webhookId: `${shop}-${round}`,
    eventId: null,
    topic: "app/scopes_update",
    shopHeader: shop,
    triggeredAt: null,
    rawBody: '{"previous":[],"current":[]}',
  };
  const mail = {
    id: `${shop}-${round}`,
    shop,
    purpose: "uninstall-warning",
    dedupeKey: `uninstall-warning:${shop}`,
    messageId: "<m@settled.example>",
    recipient: "owner@acme.example",
    locale: "en",
    content: {},
    requestId: null,
    state: "dropped",
    attempts: 0,
    lastError: null,
    createdAt: now,
    sentAt: null,
    headers: null,
  };
  const request = {
    id: `request-${shop}-${round}`,
    shop,
    reference: `SET-${shop}-${round}`,
    accounts: ["IRtestSid0000001"],
    route: "starter-ticket",
    state: "ready",
    subject: "s",
    body: "b",
    reason: null,
    wantedOn: null,
    openItems: [],
    createdAt: now,
    updatedAt: now,
  };
  const event = {
    trigger: "handed-over",
    fromState: null,
    toState: "ready",
    actor: "a",
    evidence: { reference: request.reference },
    at: now,
  };
  const stored = [await saveWebhook(webhook, container.deps), await saveWebhook(webhook, container.deps)];
  return {
    session: (await sessions.loadSession(id))?.accessToken,
    code: (await db.exitCodes.find(shop, visit))?.codeMac,
    link: (await db.links.find(link.idHash))?.shop,
    webhooks: stored.map(({ outcome }: { outcome: string }) => outcome),
    firstMail: await db.mails.add(mail),
    firstRequest: await db.transact((work: typeof db) => work.closingRequests.open(request, event)),
    requests: (await db.closingRequests.all(shop)).length,
  };
}

const say = (said: unknown) => process.stdout.write(`${JSON.stringify({ said })}\n`);
say("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [shop = "", round = ""] = line.split(" ");
  say(await write(shop, round));
}
await container.close();
process.exit(0);
