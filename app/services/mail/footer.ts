import type { Translator } from "#app/messages/translator.ts";
import type { MailBlock } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";

/** Where to ask; who sends this and from where; and that we are not impact.com. */
export const footer = (
  t: Translator["t"],
  settings: Pick<ServiceSettings, "operator" | "appUrl">,
): MailBlock[] => [
  { kind: "small-link", text: t("public.links"), href: `${settings.appUrl}/support` },
  {
    kind: "small",
    text: t("mail.footer", { operator: settings.operator.name, address: settings.operator.address }),
  },
];
