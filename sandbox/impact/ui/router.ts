import { readFileSync } from "node:fs";
import { type Request, type Response, Router } from "express";
import { type Clock, DEMO_ZONE } from "#sandbox/clock/clock.ts";
import type { SandboxEvent } from "#sandbox/impact/derive/events.ts";
import { viewAt } from "#sandbox/impact/derive/view.ts";
import { findAccount, type SandboxState } from "#sandbox/impact/state/sandbox-state.ts";
import { pageContext } from "#sandbox/impact/ui/context.ts";
import { deepLinks } from "#sandbox/impact/ui/deep-links.ts";
import { accountBody, flash, PAGE_NAMES, PAGES_OF } from "#sandbox/impact/ui/layout.ts";
import { accountsPage } from "#sandbox/impact/ui/pages/accounts.ts";
import { postsRouter } from "#sandbox/impact/ui/posts.ts";
import { clockBar } from "#sandbox/ui/clock-bar.ts";
import { type Html, html } from "#sandbox/ui/html.ts";
import { type Lang, rememberLang } from "#sandbox/ui/lang.ts";
import { renderPage } from "#sandbox/ui/page.ts";
import { type Translate, translator } from "#sandbox/ui/translate.ts";

interface UiDeps {
  clock: Clock;
  events(accountKey?: string): SandboxEvent[];
  log: { info(fields: object, message: string): void };
}

/** Everything that happens on the soonest day, as one phrase. */
function soonest(events: readonly SandboxEvent[], t: Translate, lang: Lang) {
  const [first] = events;
  if (!first) return undefined;
  const counts = new Map<SandboxEvent["kind"], number>();
  for (const { on, kind, count } of events)
    if (on === first.on) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const parts = [...counts].map(([kind, count]) => t(`event.${kind}`, { count }));
  return { on: first.on, what: new Intl.ListFormat(lang).format(parts) };
}

/** One style sheet of its parts, the later ones over the earlier. */
const STYLES = ["base", "frame", "content", "controls", "phone"]
  .map((part) => readFileSync(new URL(`../../ui/styles/${part}.css`, import.meta.url), "utf8"))
  .join("\n");

/** impact.com's web UI as far as the closing needs it; server-rendered, works without scripts. */
export function impactUiRouter(state: SandboxState, { clock, events, log }: UiDeps): Router {
  const router = Router();
  router.get("/style.css", (_request, response) => response.type("text/css").send(STYLES));
  router.get("/", (request, response) => {
    sendPage(request, response, undefined, (t) => {
      const query = new URL(request.originalUrl, "http://sandbox").searchParams;
      const body = html`<main class="frame single" id="content"><div>${flash(t, query)}${accountsPage(request, state, t)}</div></main>`;
      return { title: t("accounts.title"), body };
    });
  });
  router.get("/accounts/:key", (request, response) => {
    const { key } = request.params;
    const [first] = PAGES_OF[findAccount(state, key)?.seed.sandbox.persona ?? "brand"];
    response.redirect(303, `/impact/accounts/${encodeURIComponent(key)}/${first}`);
  });
  router.get("/accounts/:key/:page", (request, response, next) => {
    const account = findAccount(state, request.params.key);
    const name = PAGE_NAMES.find((one) => one === request.params.page);
    if (!account || !name) {
      next();
      return;
    }
    const { key } = account.seed.sandbox;
    sendPage(request, response, key, (t) => {
      const view = viewAt(account, state.changes.of(key), state.nowMs());
      return { title: t(`${name}.title`), body: accountBody(pageContext(request, view), name) };
    });
  });
  router.use(deepLinks());
  router.use(postsRouter(state, log));
  router.use((request, response) => {
    response.status(404);
    sendPage(request, response, undefined, (t) => ({
      title: t("missing.title"),
      body: html`<main class="frame single" id="content"><div><h1>${t("missing.title")}</h1><p>${t("missing.body")}</p>
<p><a href="/impact">${t("nav.accounts")}</a></p></div></main>`,
    }));
  });
  return router;

  function sendPage(
    request: Request,
    response: Response,
    key: string | undefined,
    make: (t: Translate) => { title: string; body: Html },
  ): void {
    const lang = rememberLang(request, response);
    const t = translator(lang);
    const bar = clockBar({
      t,
      lang,
      path: request.originalUrl,
      now: clock.now(),
      timeZone:
        state.accounts.find(({ seed }) => seed.sandbox.key === key)?.seed.account.timeZone ?? DEMO_ZONE,
      account: key,
      next: soonest(events(key), t, lang),
    });
    const { title, body } = make(t);
    response.set("Cache-Control", "no-store").type("html");
    response.send(
      renderPage({ lang, t, path: request.originalUrl, title, home: "/impact", clock: bar, body }),
    );
  }
}
