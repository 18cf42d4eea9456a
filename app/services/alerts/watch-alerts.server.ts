import {
  type AlertFigures,
  type AlertLimits,
  type AlertNews,
  isCardCurrency,
  lookAtAlerts,
  parseDecimal,
} from "#app/domain/index.ts";
import type { AlertMarkRecord, MerchantEvent, ShopRow, Stores, Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { merchantEvents } from "../events/merchant-events.server.ts";
import { writeMail } from "../outbox/write-mail.server.ts";

/** What was set and how it stood, read before the figures: marks never know more than what they are held against. */
export type AlertsBefore = { limits: AlertLimits | null; marks: AlertMarkRecord[] };

export async function alertsBefore(shop: string, db: Pick<Stores, "alerts">): Promise<AlertsBefore> {
  const [setting, marks] = await Promise.all([db.alerts.setting(shop), db.alerts.marks(shop)]);
  return { limits: setting?.limits ?? null, marks };
}

type Look = {
  shop: ShopRow;
  accountSid: string;
  before: AlertsBefore;
  figures: AlertFigures | null;
};

/** Notes what has changed and tells each crossing once: an event for each, and with consent one mail that names them all. */
export async function watchAlerts(
  look: Look,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<AlertNews[]> {
  if (look.before.limits === null || look.figures === null || look.shop.uninstalledAt) return [];
  return deps.db.transact((work) => noteMoves(look, work, deps));
}

/** In the caller's transaction. */
export async function noteMoves(
  { shop, accountSid, before, figures }: Look,
  work: Work,
  { clock, settings }: Pick<Deps, "clock" | "settings">,
): Promise<AlertNews[]> {
  if (before.limits === null || figures === null) return [];
  const now = clock.now();
  const known = before.marks.filter((mark) => mark.accountSid === accountSid);
  const crossed: AlertNews[] = [];
  for (const { mark, crossed: isNews } of lookAtAlerts(before.limits, figures, known)) {
    // Of another account or another limit, a mark is replaced all the same.
    const seen = before.marks.find(({ alert }) => alert === mark.alert) ?? null;
    const next = { ...mark, accountSid, changedAt: now, seenAt: null };
    const isOurs = await work.alerts.move(shop.shop, seen, next);
    if (isOurs && isNews && mark.news !== null) crossed.push(mark.news);
  }
  const events = merchantEvents(work, now);
  for (const news of crossed) await events.publish(shop.shop, eventOf(news));
  if (crossed.length > 0 && shop.contactEmail && (await wantsMail(shop, work))) {
    const key = `${crossed.map(({ alert }) => alert).join(",")}:${now.epochMilliseconds}`;
    const mail = {
      shop: shop.shop,
      purpose: "alert" as const,
      dedupeKey: `alert:${shop.shop}:${key}`,
      recipient: shop.contactEmail,
      locale: shop.locale,
      content: { shopName: shop.name, changedAt: now.toString(), news: crossed },
    };
    await writeMail(mail, work, { now, settings });
  }
  return crossed;
}

/** Somebody in the store asked for mails about alerts, and nobody stopped e-mails. */
export async function wantsMail(
  shop: Pick<ShopRow, "shop" | "mailStoppedAt">,
  stores: Pick<Stores, "alerts">,
): Promise<boolean> {
  if (shop.mailStoppedAt) return false;
  return (await stores.alerts.setting(shop.shop))?.mail?.granted === true;
}

function eventOf(news: AlertNews): Extract<MerchantEvent, { type: "alert-crossed" }> {
  const { alert } = news;
  const type = "alert-crossed" as const;
  if (alert === "earliest-closing")
    return { type, alert, amount: null, limitMinor: null, on: news.after, movedDays: news.days };
  const minor = minorOf(news.amount, news.currency);
  return {
    type,
    alert,
    amount: minor === null ? null : { minor, currency: news.currency },
    limitMinor: "limit" in news ? minorOf(news.limit, news.currency) : null,
    on: alert === "monthly-fee" ? news.on : alert === "overdue" ? news.since : news.from,
    movedDays: null,
  };
}

function minorOf(amount: string, currency: string): number | null {
  if (!isCardCurrency(currency)) return null;
  const read = parseDecimal(amount, currency);
  return read.outcome === "read" ? read.minor : null;
}
