import { expect, it } from "vitest";
import { freshdesk, PARTNER, problems, zendesk } from "./production-settings.ts";

const alone = (name: string, other: string) =>
  `${name} is not set, but ${other} is; all three of them find uninstalls: set it, or remove ${other}`;
it.each<[Record<string, string>, string[]]>([
  [{ ...PARTNER, PARTNER_TOKEN: "" }, [alone("PARTNER_TOKEN", "PARTNER_ORGANIZATION")]],
  [
    { PARTNER_TOKEN: PARTNER.PARTNER_TOKEN },
    [alone("PARTNER_ORGANIZATION", "PARTNER_TOKEN"), alone("PARTNER_APP", "PARTNER_TOKEN")],
  ],
  [
    { SHOPIFY_API_SECRET_ROTATED_AT: "2026-11-30T11:59:59Z" },
    [
      "SHOPIFY_API_SECRET_PREVIOUS is not set, but SHOPIFY_API_SECRET_ROTATED_AT is; put in the secret of before, or remove SHOPIFY_API_SECRET_ROTATED_AT",
    ],
  ],
  [
    { ...freshdesk, TICKET_CHANNEL: "" },
    [
      "TICKET_CHANNEL is not set, but FRESHDESK_URL is; name the channel that requests go by, or remove FRESHDESK_URL",
    ],
  ],
  [
    { ZENDESK_API_TOKEN: zendesk.ZENDESK_API_TOKEN },
    [
      "TICKET_CHANNEL is not set, but ZENDESK_API_TOKEN is; name the channel that requests go by, or remove ZENDESK_API_TOKEN",
    ],
  ],
  [
    { METRICS_HOST: "0.0.0.0" },
    ["METRICS_PORT is not set, but METRICS_HOST is; set it, or remove METRICS_HOST"],
  ],
  [
    { SMTP_URL: "smtps://user@mail.example.com" },
    ["SMTP_URL has a user name without a password; write smtp://user:password@host:587"],
  ],
  [
    { SMTP_URL: "smtps://:password@mail.example.com" },
    ["SMTP_URL has a password without a user name; write smtp://user:password@host:587"],
  ],
])("half a set of settings is refused: %j", (change, lines) => {
  expect(problems(change)).toEqual(lines);
});
