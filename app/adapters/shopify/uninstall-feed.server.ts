import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Config } from "#app/config.server.ts";
import { readJson } from "#app/domain/index.ts";
import type { RelationEvent, UninstallFeed } from "#app/ports/index.ts";
import { readAnswerText } from "../read-answer.server.ts";

const API_VERSION = "2026-07";
const TIMEOUT_MS = 20_000;
/** 100 is the most the Partner API gives at once; more pages than this are a fault, not a busy day. */
const PAGE = 100;
const MAX_PAGES = 50;
const MAX_ANSWER_BYTES = 1024 * 1024;

const KINDS = ["uninstalled", "deactivated", "reactivated"] as const satisfies RelationEvent["kind"][];
const typeOf = (kind: RelationEvent["kind"]) => `RELATIONSHIP_${kind.toUpperCase()}`;
const kindOf = (type: string) => KINDS.find((kind) => typeOf(kind) === type);

const QUERY = `query Relations($app: ID!, $since: DateTime!, $after: String) {
  app(id: $app) {
    events(types: [${KINDS.map(typeOf).join(", ")}], occurredAtMin: $since, first: ${PAGE}, after: $after) {
      edges { cursor node { type occurredAt shop { myshopifyDomain } } }
      pageInfo { hasNextPage }
    }
  }
}`;

const answer = z.object({
  data: z.object({
    app: z.object({
      events: z.object({
        edges: z.array(
          z.object({
            cursor: z.string(),
            node: z.object({
              type: z.string(),
              occurredAt: z.string(),
              shop: z.object({ myshopifyDomain: z.string() }),
            }),
          }),
        ),
        pageInfo: z.object({ hasNextPage: z.boolean() }),
      }),
    }),
  }),
});
type Page = z.infer<typeof answer>["data"]["app"]["events"];

type Settings = Pick<Config, "PARTNER_API_URL" | "PARTNER_ORGANIZATION" | "PARTNER_APP" | "PARTNER_TOKEN">;

/** Shopify's Partner API; null when the operator gave no key. Throws when an answer is missing or not understood. */
export function createUninstallFeed(config: Settings): UninstallFeed | null {
  const { PARTNER_API_URL, PARTNER_ORGANIZATION, PARTNER_APP, PARTNER_TOKEN } = config;
  if (!PARTNER_ORGANIZATION || !PARTNER_APP || !PARTNER_TOKEN) return null;
  const url = `${PARTNER_API_URL}/${PARTNER_ORGANIZATION}/api/${API_VERSION}/graphql.json`;
  const read = async (since: string, after: string | null): Promise<Page> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": PARTNER_TOKEN },
      body: JSON.stringify({
        query: QUERY,
        variables: { app: `gid://partners/App/${PARTNER_APP}`, since, after },
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`Shopify's Partner API answered ${response.status}.`);
    const text = await readAnswerText(MAX_ANSWER_BYTES, response);
    if (text === null) throw new Error("Shopify's Partner API answered more than a page of events can be.");
    const parsed = answer.safeParse(readJson(text));
    if (!parsed.success) throw new Error("Shopify's Partner API answered something else than app events.");
    return parsed.data.data.app.events;
  };
  return {
    async since(at) {
      const events: RelationEvent[] = [];
      let after: string | null = null;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const { edges, pageInfo }: Page = await read(at.toString(), after);
        for (const { node } of edges) {
          const kind = kindOf(node.type);
          if (!kind) throw new Error("Shopify's Partner API answered an event nobody asked for.");
          events.push({
            shop: node.shop.myshopifyDomain,
            occurredAt: Temporal.Instant.from(node.occurredAt),
            kind,
          });
        }
        after = edges.at(-1)?.cursor ?? null;
        if (!pageInfo.hasNextPage || after === null) return events;
      }
      throw new Error(`Shopify's Partner API has more than ${PAGE * MAX_PAGES} events to tell.`);
    },
  };
}
