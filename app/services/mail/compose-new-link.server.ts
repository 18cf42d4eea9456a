import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../links/issue-link.server.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";

/** A fresh link for somebody whose old one ended; goes only to the address on file. */
export async function composeNewLink(
  record: MailRecord,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const link = await issueLink({ shop: record.shop, purpose: "finish" }, deps);
  const { t, locale } = translatorFor(nearestLocale(record.locale));
  return {
    outcome: "mail",
    mail: {
      messageId: record.messageId,
      to: record.recipient,
      replyTo: null,
      locale,
      subject: t("mail.newLink.subject"),
      body: {
        kind: "blocks",
        blocks: [
          { kind: "paragraph", text: t("mail.newLink.body") },
          { kind: "action", text: t("mail.warning.action"), href: link },
          { kind: "small", text: t("mail.newLink.ignore") },
          ...footer(t, deps.settings),
        ],
      },
      headers: { "Auto-Submitted": "auto-generated" },
    },
  };
}
