import { createHash, randomBytes } from "node:crypto";
import { type AppLoadContext, createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Container } from "#app/container.server.ts";
import { LOCALES, type Locale, nearestLocale } from "#app/messages/locales.ts";
import { openLinkByHash } from "#app/services/exit/open-link.server.ts";
import "../load-context.ts";
import { networkKey } from "./network-key.server.ts";
import { plainPageCsp } from "./security-headers.ts";

/**
 * A visit lasts a day: between two tasks somebody works in impact.com, and a limit under 20 hours would have to be one
 * they can lengthen (WCAG 2.2.1). The link is looked up at every step all the same, so an ended one ends the visit.
 */
const VISIT_SECONDS = 24 * 3_600;

const visitSchema = z.object({
  link: z.string().nullable(),
  locale: z.enum(LOCALES).nullable(),
  /** What tells this visit from that of somebody else with the same link; a visit begun before it was kept has none. */
  id: z.string().optional(),
  /** Second since 1970 in which the link was opened: a cookie that was copied must not outlive the visit either. */
  since: z.number().optional(),
});
type Visit = z.infer<typeof visitSchema>;

/** Nothing but our own style sheet and forms; no referrer, no copy in any cache, no place in any index. */
export const PAGE_HEADERS: Record<string, string> = {
  "content-security-policy": plainPageCsp(),
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-robots-tag": "noindex, nofollow",
};

/**
 * The stand-alone page's only cookie: which link was opened and the language chosen; signed, readable by no script. By its
 * prefix browsers take it from a secure page only, so that nobody on the way, and no other host, can put one in place. An
 * http address, which settings refuse in production, is a demo's on this machine: there the same cookie has no prefix.
 */
const visitCookie = ({ config, deps }: Container) => {
  const secure = config.SHOPIFY_APP_URL.startsWith("https://");
  return createCookie(secure ? "__Secure-settled_visit" : "settled_visit", {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/exit",
    maxAge: VISIT_SECONDS,
    secrets: [...deps.settings.secrets.cookies],
  });
};

/** A visit of its own: a code mailed for it opens nothing on another device. */
export const newVisit = (link: string): Visit => ({
  link,
  locale: null,
  id: randomBytes(16).toString("base64url"),
  since: nowSeconds(),
});

export const writeVisit = (visit: Visit, container: Container): Promise<string> =>
  visitCookie(container).serialize(visit);

export async function readVisit(request: Request, container: Container): Promise<Visit> {
  const value = visitSchema.safeParse(await visitCookie(container).parse(request.headers.get("cookie")));
  if (!value.success) return { link: null, locale: null };
  const { since, ...visit } = value.data;
  const over = visit.link !== null && nowSeconds() - (since ?? 0) > VISIT_SECONDS;
  return over ? { link: null, locale: visit.locale } : value.data;
}

/** The machine's time, as browsers reckon Max-Age, not the app's, which a sandbox may move. */
const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/** `visit` is the hash of the visit's id, `link` that of its link's, `network` a keyed hash of where the visitor is. */
export type Visitor = { shop: string; locale: Locale; visit: string; link: string; network: string };

/** Where somebody without an open link is led: who came back to the app finds their store there, and nothing of it here. */
export const LED_TO = { ended: "/exit/link", "installed-again": "/exit/installed" } as const;
type NoVisitor = keyof typeof LED_TO;

/** Whose page this is, by the opened link. */
async function visitorOf(request: Request, context: AppLoadContext): Promise<Visitor | NoVisitor> {
  const { container } = context;
  const { link, locale, id } = await readVisit(request, container);
  if (link === null) return "ended";
  const opened = await openLinkByHash({ idHash: link, purpose: "finish" }, container.deps);
  if (opened.outcome !== "open") return opened.outcome;
  const shop = await container.deps.db.shops.find(opened.link.shop);
  if (!shop) return "ended";
  const network = networkKey(context);
  const visit = hashOf(id ?? link);
  return { shop: shop.shop, locale: locale ?? nearestLocale(shop.locale), visit, link, network };
}

/** The same; null when no link is open. */
export async function findVisitor(request: Request, context: AppLoadContext): Promise<Visitor | null> {
  const found = await visitorOf(request, context);
  return typeof found === "string" ? null : found;
}

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex");

/** The same, sending everybody else to the page that says how to go on. */
export async function requireVisitor(request: Request, context: AppLoadContext): Promise<Visitor> {
  const found = await visitorOf(request, context);
  if (typeof found === "string") throw redirect(LED_TO[found], { headers: PAGE_HEADERS });
  return found;
}
