import express, { type Router } from "express";
import { z } from "zod";
import { readOperation } from "../shop/query.ts";
import { type Node, select, unknownFields } from "../shop/select.ts";
import type { AdminFile } from "../state.ts";

const request = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });
const asked = z.object({
  types: z.array(z.string()).nullish(),
  occurredAtMin: z.iso.datetime({ offset: true }).nullish(),
  first: z.number().int().min(1).max(100),
  after: z.string().nullish(),
});

type Relation = { domain: string; at: string; type: string };

/** The object each event is, by its type. */
const OBJECTS: Readonly<Record<string, string>> = {
  RELATIONSHIP_UNINSTALLED: "RelationshipUninstalled",
  RELATIONSHIP_DEACTIVATED: "RelationshipDeactivated",
  RELATIONSHIP_REACTIVATED: "RelationshipReactivated",
};

/**
 * Shopify's Partner API as far as the app reads it: which stores uninstalled the app, closed or opened again, and when,
 * whether or not their webhook arrived. Newest first, as the real one tells them. Mounted at `/_partners`.
 */
export function partnerApiRouter({ token, file }: { token: string; file: AdminFile }): Router {
  const router = express.Router();
  router.post(
    "/:organization/api/:version/graphql.json",
    express.json({ limit: "100kb" }),
    (req, res): void => {
      if (req.header("X-Shopify-Access-Token") !== token) {
        res.status(401).json({ errors: [{ message: "Invalid access token" }] });
        return;
      }
      const { query, variables } = request.parse(req.body);
      const { kind, fields } = readOperation(query, variables ?? {});
      const root = partnerRoot(file);
      const errors = unknownFields(root, fields, [kind]);
      res.json(errors.length > 0 ? { errors } : { data: select(root, fields) });
    },
  );
  return router;
}

const partnerRoot = (file: AdminFile): Node => ({
  type: "QueryRoot",
  fields: {
    app: () => ({ type: "App", fields: { events: (args) => eventsNode(relationsIn(file), args) } }),
  },
});

function relationsIn(file: AdminFile): Relation[] {
  return Object.entries(file.value.stores)
    .flatMap(([domain, { uninstalls, closings }]) => [
      ...uninstalls.map((at) => ({ domain, at, type: "RELATIONSHIP_UNINSTALLED" })),
      ...closings.map((each) => ({ domain, ...each })),
    ])
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function eventsNode(relations: readonly Relation[], args: Readonly<Record<string, unknown>>): Node {
  const { types, occurredAtMin, first, after } = asked.parse(args);
  const wanted = relations.filter(({ type }) => !types || types.includes(type));
  const since = occurredAtMin ? Date.parse(occurredAtMin) : Number.NEGATIVE_INFINITY;
  const inTime = wanted.filter(({ at }) => Date.parse(at) >= since);
  const start = after ? inTime.findIndex((each) => cursorOf(each) === after) + 1 : 0;
  const page = inTime.slice(start, start + first);
  const shopNode = (domain: string): Node => ({ type: "Shop", fields: { myshopifyDomain: domain } });
  return {
    type: "AppEventConnection",
    fields: {
      edges: page.map((each) => ({
        type: "AppEventEdge",
        fields: {
          cursor: cursorOf(each),
          node: {
            type: OBJECTS[each.type] ?? "AppEvent",
            fields: { type: each.type, occurredAt: each.at, shop: shopNode(each.domain) },
          },
        },
      })),
      pageInfo: { type: "PageInfo", fields: { hasNextPage: inTime.length > start + first } },
    },
  };
}

const cursorOf = ({ domain, at, type }: Relation): string =>
  Buffer.from(`${at} ${domain} ${type}`).toString("base64url");
