import type { Config } from "#app/config.server.ts";
import type { HelpDesk, Mailer } from "#app/ports/index.ts";
import type { NoteSchemaDrift } from "./desk-schema-drift.server.ts";
import { createFreshdesk } from "./freshdesk.server.ts";
import { createSmtpDesk } from "./smtp.server.ts";
import { createZendesk } from "./zendesk.server.ts";

/** The channel the operator chose. With "assisted" nothing is sent, so no ticket ever asks this desk. */
export function createHelpDesk(
  channel: Config["channel"],
  { mailer, domain, note }: { mailer: Mailer; domain: string; note: NoteSchemaDrift },
): HelpDesk {
  switch (channel.TICKET_CHANNEL) {
    case "freshdesk":
      return createFreshdesk({
        url: channel.FRESHDESK_URL,
        apiKey: channel.FRESHDESK_API_KEY,
        fields: channel.FRESHDESK_FIELDS,
        note,
      });
    case "zendesk":
      return createZendesk({
        url: channel.ZENDESK_URL,
        email: channel.ZENDESK_EMAIL,
        apiToken: channel.ZENDESK_API_TOKEN,
        fields: channel.ZENDESK_FIELDS,
        note,
      });
    case "smtp":
      return createSmtpDesk({ mailer, to: channel.SUPPORT_ADDRESS, domain });
    case "assisted":
      return {
        kind: "smtp",
        submit: async () => ({ outcome: "refused", reason: "No channel is configured." }),
        lookUp: async () => ({ outcome: "cannot-look-up" }),
        readStatus: async () => ({ outcome: "cannot-read" }),
      };
    default:
      return channel satisfies never;
  }
}
