import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRow } from "#app/ports/index.ts";
import { loadSummary } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import { keepReasons } from "../uninstall/keep-reasons.server.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";

/** A fresh link for somebody whose old one ended, with how long it will work; goes only to the address on file. */
export async function composeNewLink(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const link = await issueLink({ shop: row.shop, purpose: "finish" }, deps);
  const kept = await outlivesTheOrder(row.shop, deps);
  const { t, locale } = translatorFor(nearestLocale(row.locale));
  return {
    outcome: "mail",
    mail: {
      messageId: row.messageId,
      to: row.recipient,
      replyTo: null,
      locale,
      subject: t("mail.newLink.subject"),
      body: {
        kind: "blocks",
        blocks: [
          { kind: "paragraph", text: t("mail.newLink.body", { kept: String(kept) }) },
          { kind: "action", text: t("mail.warning.action"), href: link },
          { kind: "small", text: t("mail.newLink.ignore") },
          ...footer(t, deps.settings),
        ],
      },
      headers: {},
    },
  };
}

/** Whether something was asked for that keeps the data, and with it the link, beyond Shopify's order to delete. */
async function outlivesTheOrder(shop: string, deps: Pick<Deps, "db" | "clock">): Promise<boolean> {
  const view = await loadSummary({ shop }, deps);
  if (!view) return false;
  const now = { nowMs: deps.clock.now().epochMilliseconds, closed: view.state === "closed" };
  return (await keepReasons(view.shop, deps.db, now)).length > 0;
}
