import express, { type Router } from "express";
import type { AppKeys } from "../session-token.ts";
import { type AdminFile, stateOf } from "../state.ts";
import { storeByDomain } from "../stores.ts";
import { useAccessToken } from "./grants.ts";
import { answerGraphql } from "./graphql.ts";
import { answerTokenRequest } from "./oauth.ts";
import type { ShopActions } from "./schema.ts";

export interface ShopApiDeps {
  readonly keys: AppKeys;
  readonly file: AdminFile;
  readonly actionsFor: (domain: string) => ShopActions;
}

const notAllowed = {
  errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
};

/** A store's own API, as the app would reach it at https://<store>.myshopify.com. Mounted at `/_shop`. */
export function shopApiRouter({ keys, file, actionsFor }: ShopApiDeps): Router {
  const router = express.Router();
  router.use(express.json({ limit: "1mb" }), express.urlencoded({ extended: false }));

  router.post("/:domain/admin/oauth/access_token", (req, res) => {
    const domain = req.params.domain;
    if (!storeByDomain(domain)) return void res.status(404).json({ errors: "Not Found" });
    const answer = file.change((state) =>
      answerTokenRequest({ body: req.body, domain, nowMs: Date.now() }, keys, stateOf(state, domain)),
    );
    res.status(answer.status).json(answer.body);
  });

  router.post("/:domain/admin/api/:version/graphql.json", (req, res) => {
    const store = storeByDomain(req.params.domain);
    const version = /^(\d{4}-\d{2}|unstable)$/.exec(req.params.version)?.[0];
    if (!store || !version) return void res.status(404).json({ errors: "Not Found" });
    const token = req.header("X-Shopify-Access-Token") ?? "";
    const alive = file.change((state) => useAccessToken(stateOf(state, store.domain), token, Date.now()));
    if (!alive) return void res.status(401).json(notAllowed);
    const answer = answerGraphql(req.body, store, actionsFor(store.domain));
    res.status(answer.status).set("X-Shopify-API-Version", version).json(answer.body);
  });

  router.use((_req, res) => void res.status(404).json({ errors: "Not Found" }));
  return router;
}
