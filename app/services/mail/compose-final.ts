import { z } from "zod";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";
import { foreignName } from "./foreign-text.ts";
import { serviceMail } from "./service-mail.ts";

const content = z.object({
  shopName: foreignName,
  cause: z.enum(["shop-redact", "merchant-asked", "nothing-left-to-do"]),
});

/** The last mail (E6): we stop, and what is gone. It has no stop link, because nothing is left to stop. */
export function composeFinal(row: MailRow, settings: Pick<ServiceSettings, "operator">): Composed {
  const { shopName, cause } = content.parse(row.content);
  const { t } = translatorFor(nearestLocale(row.locale));
  const text = {
    subject: t("mail.final.subject", { shopName }),
    blocks: [
      {
        kind: "strong" as const,
        text: t("mail.final.why", { cause: cause === "merchant-asked" ? "asked" : "over", shopName }),
      },
      { kind: "paragraph" as const, text: t("mail.final.deleted") },
      { kind: "paragraph" as const, text: t("mail.final.stillOpen") },
      ...footer(t, settings),
    ],
  };
  return { outcome: "mail", mail: serviceMail(row, text, null) };
}
