import { z } from "zod";
import { deedText, doneByText } from "#app/messages/deed-text.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { type MailBlock, type MailRow, STORE_EVENT_KINDS } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import { whoIn } from "../history/who.server.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";
import { foreignText } from "./foreign-text.ts";
import { serviceMail } from "./service-mail.ts";

const content = z.object({
  kind: z.enum(STORE_EVENT_KINDS),
  actor: z.string(),
  detail: z.record(z.string(), z.string()),
  at: z.string(),
});

/** Tells the contact address who did what in its store, so that it can be taken back. That e-mails were stopped is the last. */
export async function composeAccountNews(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const deed = content.parse(row.content);
  const shop = await deps.db.shops.find(row.shop);
  if (!shop) return { outcome: "drop", reason: "the store is erased" };
  const isLast = deed.kind === "mail-stopped";
  if (shop.mailStoppedAt && !isLast) return { outcome: "drop", reason: "e-mails stopped" };
  if (!shop.mailStoppedAt && isLast) return { outcome: "drop", reason: "e-mails are on again" };
  const translator = translatorFor(nearestLocale(row.locale));
  const { t, instant } = translator;
  const who = (await whoIn(row.shop, deps.db))(deed.actor);
  const name = who.name === null ? null : foreignText(who.name);
  const when = instant(deed.at, shop.timeZone);
  const stop = isLast ? null : await issueLink({ shop: row.shop, purpose: "stop-mail" }, deps);
  const gone = shop.uninstalledAt !== null;
  const said =
    deed.kind === "mail-stopped"
      ? [t("mail.news.stopped"), t(gone ? "mail.news.undoGone" : "mail.news.undoApp")]
      : deed.kind === "told-by-link"
        ? [t("mail.news.link"), t(gone ? "mail.news.checkGone" : "mail.news.check")]
        : [t("mail.news.check")];
  const blocks: MailBlock[] = [
    { kind: "strong", text: deedText(deed, t) },
    { kind: "paragraph", text: t("mail.news.when", { shopName: foreignText(shop.name), when }) },
    { kind: "paragraph", text: doneByText({ by: who.by, name }, t) },
    ...said.map((text): MailBlock => ({ kind: "paragraph", text })),
    ...(stop === null ? [] : [{ kind: "small-link" as const, text: t("mail.stop"), href: stop }]),
    ...footer(t, deps.settings),
  ];
  const text = { subject: t(`mail.news.subject.${deed.kind}`), blocks };
  return { outcome: "mail", mail: serviceMail(row, text, stop) };
}
