import express, { type Request, type Response, type Router } from "express";
import type { Temporal } from "temporal-polyfill";
import type { SandboxSettings } from "#sandbox/config.ts";
import { applicationPath, pageAddress } from "./declared-app.ts";
import { embedUrl } from "./embed.ts";
import { chooseLanguage, returnPath } from "./form.ts";
import { type InstallationDeps, installApp, setStoreStatus, uninstallApp } from "./installation.ts";
import { appPage } from "./pages/app-page.ts";
import { type StoreContext, staffCookie, storeContext } from "./pages/context.ts";
import { flowPage } from "./pages/flow-page.ts";
import {
  appsPage,
  closedPage,
  elsewherePage,
  emptyPage,
  homePage,
  installPage,
  uninstallPage,
} from "./pages/store-pages.ts";
import { webhooksPage } from "./pages/webhooks-page.ts";
import { mintSessionToken } from "./session-token.ts";
import { STORE_STATUSES, stateOf } from "./state.ts";
import { staff, storeByName } from "./stores.ts";
import { compliancePayloads, isComplianceTopic } from "./webhooks/compliance-payloads.ts";
import type { Deliveries } from "./webhooks/deliveries.ts";

export interface StoreRouterDeps extends InstallationDeps {
  readonly settings: SandboxSettings;
  readonly clock: { now(): Temporal.Instant };
  readonly deliveries: Deliveries;
}

/** One store's admin, mounted at `/store`. */
export function storeRouter(deps: StoreRouterDeps): Router {
  const { settings, file, clock, deliveries } = deps;
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));

  type Page = (context: StoreContext, installed: boolean, req: Request, res: Response) => void;
  const page = (answer: Page) => (req: Request, res: Response, next: () => void) => {
    const store = storeByName(req.params.store ?? "");
    if (!store) return next();
    res.set("Cache-Control", "no-store");
    const { installed } = stateOf(file.value, store.domain);
    answer(storeContext(req, clock.now(), store, file), installed, req, res);
  };

  const pages: Record<string, (c: StoreContext, installed: boolean, req: Request) => string> = {
    "/:store": (c, i) => homePage(c, i, stateOf(file.value, c.store.domain).status),
    "/:store/orders": (c, i) => emptyPage(c, i, "orders"),
    "/:store/products": (c, i) => emptyPage(c, i, "products"),
    "/:store/apps": appsPage,
    "/:store/uninstall": (c, i) => (i ? uninstallPage(c) : installPage(c)),
    "/:store/elsewhere": (c, i, req) => elsewherePage(c, i, String(req.query.url ?? "")),
    "/:store/flow": (c, i) => flowPage(c, i, stateOf(file.value, c.store.domain).flowTriggers),
    "/:store/webhooks": (c, i) =>
      webhooksPage(
        c,
        i,
        file.value.deliveries.filter((d) => d.domain === c.store.domain),
      ),
  };
  for (const [path, render] of Object.entries(pages)) {
    router.get(
      path,
      page((c, installed, req, res) => void res.send(render(c, installed, req))),
    );
  }

  router.get(
    // Shopify knows an app by its handle and by its client id.
    [settings.app.handle, settings.apiKey].flatMap((name) => [
      `/:store/apps/${name}`,
      `/:store/apps/${name}/*`,
    ]),
    page((c, installed, req, res) => {
      if (!installed) return void res.send(installPage(c));
      if (stateOf(file.value, c.store.domain).status === "closed") return void res.send(closedPage(c));
      const storeBase = `/store/${c.store.name}`;
      const adminBase = `${storeBase}/apps/${settings.app.handle}`;
      const behindHandle = req.url.replace(/^\/[^/]+\/apps\/[^/?]+/, "");
      const { id } = staff[c.staff];
      const frame = embedUrl(
        pageAddress(settings.app, settings.appUrl, behindHandle),
        settings,
        { store: c.store, staffId: id, locale: c.language },
        Date.now(),
      );
      const isOwner = c.staff === "owner";
      const user = { id, name: isOwner ? c.store.ownerName : c.t("staff.bookkeeper"), isOwner };
      const { appUrl: appOrigin } = settings;
      const appBase = applicationPath(settings.app);
      res.send(appPage(c, { appOrigin, appBase, adminBase, storeBase, user }, frame));
    }),
  );

  router.get(
    "/:store/session-token",
    page((c, installed, _req, res) => {
      if (!installed) return void res.status(409).type("text/plain").send("The app is not installed.");
      const who = { domain: c.store.domain, staffId: staff[c.staff].id };
      res.type("text/plain").send(mintSessionToken(settings, who, Date.now()));
    }),
  );

  router.get(
    "/:store/flow-triggers.json",
    page((c, _installed, _req, res) => void res.json(stateOf(file.value, c.store.domain).flowTriggers)),
  );

  const post = (path: string, act: (c: StoreContext, req: Request, res: Response) => void) =>
    router.post(
      path,
      page((c, _installed, req, res) => act(c, req, res)),
    );
  post("/:store/install", (c, _req, res) => {
    installApp(c.store, deps);
    res.redirect(303, `/store/${c.store.name}/apps/${settings.app.handle}`);
  });
  post("/:store/uninstall", (c, req, res) => {
    uninstallApp(c.store, deps, req.body.lost === "yes" ? "lost" : "sent");
    res.redirect(303, `/store/${c.store.name}/apps`);
  });
  post("/:store/status", (c, req, res) => {
    const status = STORE_STATUSES.find((each) => each === req.body.status);
    if (status) setStoreStatus(c.store, deps, { status, webhook: req.body.lost === "yes" ? "lost" : "sent" });
    res.redirect(303, `/store/${c.store.name}`);
  });
  post("/:store/language", (c, req, res) => {
    const chosen = chooseLanguage(req, res);
    if (chosen) {
      file.change((state) => {
        stateOf(state, c.store.domain).locale = chosen;
      });
    }
    res.redirect(303, returnPath(req));
  });
  post("/:store/staff", (_c, req, res) => {
    res.cookie(staffCookie, String(req.body.staff), { sameSite: "lax", httpOnly: true });
    res.redirect(303, returnPath(req));
  });
  post("/:store/webhooks", (c, req, res) => {
    const topic = String(req.body.topic);
    if (isComplianceTopic(topic)) {
      const payload = compliancePayloads[topic](c.store);
      deliveries.enqueue({ domain: c.store.domain, topic, name: topic.replace(/\W/g, "-"), payload });
    }
    res.redirect(303, `/store/${c.store.name}/webhooks`);
  });
  post("/:store/webhooks/:id/again", (c, req, res) => {
    deliveries.sendAgain(req.params.id ?? "");
    res.redirect(303, `/store/${c.store.name}/webhooks`);
  });
  return router;
}
