import type { Config } from "./config.server.ts";
import { deskName } from "./config-channel.server.ts";
import type { ServiceSettings } from "./services/deps.ts";
import type { Secrets } from "./services/secrets.ts";

/** The part of the settings that use-cases need. */
export function settingsOf(config: Config, secrets: Secrets): ServiceSettings {
  const sender = addressOf(config.MAIL_FROM);
  return {
    appUrl: config.SHOPIFY_APP_URL.replace(/\/$/, ""),
    impactAppUrl: config.IMPACT_APP_URL.replace(/\/$/, ""),
    secrets,
    channel: config.channel.TICKET_CHANNEL,
    supportAddress: deskName(config.channel),
    operator: {
      name: config.OPERATOR_NAME,
      address: config.OPERATOR_ADDRESS,
      email: config.OPERATOR_EMAIL ?? sender,
      mailFrom: config.MAIL_FROM,
    },
    alertAddress: config.OPERATOR_ALERT_ADDRESS ?? sender,
  };
}

/** "Settled <notices@settled.example>" or a bare address. */
export const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
