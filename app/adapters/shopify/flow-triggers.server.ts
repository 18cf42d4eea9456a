import { GraphqlQueryError, HttpResponseError } from "@shopify/shopify-api";
import { z } from "zod";
import type { Config } from "#app/config.server.ts";
import type { FlowTriggers } from "#app/ports/index.ts";
import type { SealedSessionStorage } from "../db/session-storage.server.ts";
import { loadOffline, refreshed } from "./offline-session.server.ts";
import { createApi } from "./webhook-api.server.ts";

const MUTATION = `#graphql
  mutation SettledFlowTrigger($handle: String!, $payload: JSON!) {
    flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } }
  }`;

const answer = z.object({
  flowTriggerReceive: z.object({
    userErrors: z.array(z.object({ field: z.unknown(), message: z.string() })),
  }),
});

/** How Shopify says that a token is dead: 401 to a call, 400 or 401 to a refresh (invalid_grant). */
const DEAD = { call: [401], refresh: [400, 401] };

/** Shopify's Admin API, with the shop's offline session. Throttling comes as GraphQL errors with status 200. */
export function createFlowTriggers(config: Config, sessions: SealedSessionStorage): FlowTriggers {
  const api = createApi(config, config.SHOPIFY_API_SECRET);
  return {
    async receive(shop, handle, payload) {
      const session = await loadOffline(shop, api, sessions);
      if (!session) return { outcome: "not-installed" };
      let step: keyof typeof DEAD = "refresh";
      try {
        const client = new api.clients.Graphql({ session: await refreshed(session, api, sessions) });
        step = "call";
        const { data } = await client.request(MUTATION, { variables: { handle, payload } });
        const read = answer.safeParse(data);
        if (!read.success) return { outcome: "unavailable", reason: "an answer without the mutation" };
        const { userErrors } = read.data.flowTriggerReceive;
        if (userErrors.length === 0) return { outcome: "received" };
        return { outcome: "refused", reason: userErrors.map(({ message }) => message).join(" ") };
      } catch (error) {
        if (error instanceof HttpResponseError && DEAD[step].includes(error.response.code))
          return { outcome: "not-installed" };
        return { outcome: "unavailable", reason: reasonOf(error) };
      }
    },
  };
}

/** Names what went wrong without what was sent. */
function reasonOf(error: unknown): string {
  if (error instanceof HttpResponseError) return `HTTP ${error.response.code}`;
  if (error instanceof GraphqlQueryError) return error.message;
  return error instanceof Error ? error.name : "unknown";
}
