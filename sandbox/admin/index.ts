import express, { type Router } from "express";
import type { Clock } from "#sandbox/clock/clock.ts";
import type { SandboxSettings } from "#sandbox/config.ts";
import type { AccountCard } from "#sandbox/impact/index.ts";
import { assetsRouter } from "./assets-router.ts";
import { chooseLanguage, returnPath } from "./form.ts";
import { sendDueRedactions, uninstallApp } from "./installation.ts";
import { pageContext } from "./pages/context.ts";
import { startPage } from "./pages/start-page.ts";
import { partnerApiRouter } from "./partner/router.ts";
import { shopApiRouter } from "./shop/router.ts";
import { openAdminState, stateOf } from "./state.ts";
import { storeRouter } from "./store-router.ts";
import { storeByDomain } from "./stores.ts";
import { createDeliveries, type DeliveryLog } from "./webhooks/deliveries.ts";

export interface AdminSandbox {
  readonly router: Router;
  start(): void;
  stop(): Promise<void>;
  reset(): void;
}

/** The local store admin: its pages, App Bridge, each store's own API and the webhooks to the app. */
export function createAdminSandbox({
  settings,
  clock,
  log,
  accounts,
}: {
  readonly settings: SandboxSettings;
  readonly clock: Pick<Clock, "now" | "onMove">;
  readonly log: DeliveryLog;
  /** impact.com's accounts, with what a person types in to connect each. */
  readonly accounts: readonly AccountCard[];
}): AdminSandbox {
  const file = openAdminState(settings.dataDir);
  const deliveries = createDeliveries({ file, settings, clock, log });
  const deps = { file, deliveries, clock, settings };
  const unfollow = clock.onMove(() => sendDueRedactions(deps));

  const router = express.Router();
  router.get("/", (req, res) => {
    res.send(startPage(pageContext(req, clock.now()), file.value, accounts));
  });
  router.post("/language", express.urlencoded({ extended: false }), (req, res) => {
    chooseLanguage(req, res);
    res.redirect(303, returnPath(req));
  });
  router.use(assetsRouter());
  router.use("/store", storeRouter(deps));
  router.use(
    "/_shop",
    shopApiRouter({
      keys: settings,
      file,
      actionsFor: (domain) => ({
        uninstall() {
          const store = storeByDomain(domain);
          if (store) uninstallApp(store, deps);
        },
        flowTrigger(handle, payload) {
          file.change((state) => {
            stateOf(state, domain).flowTriggers.push({ at: clock.now().toString(), handle, payload });
          });
        },
      }),
    }),
  );

  router.use("/_partners", partnerApiRouter({ token: settings.partnerToken, file }));

  return {
    router,
    start() {
      deliveries.start();
      sendDueRedactions(deps);
    },
    async stop() {
      unfollow();
      await deliveries.stop();
    },
    reset: file.reset,
  };
}
