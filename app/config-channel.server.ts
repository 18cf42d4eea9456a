import { z } from "zod";
import { readJson } from "#app/domain/index.ts";
import { CHANNELS, type Channel } from "#app/ports/index.ts";
import { isJoinable } from "./config-hosts.ts";

const secret = z.string().min(1, "is the API key of the agent that opens the tickets");
const DESK_URL = "must be the address of the help desk, for example https://example.freshdesk.com";
const deskUrl = z.url({ protocol: /^https?$/, error: DESK_URL, abort: true }).refine(isJoinable, DESK_URL);

const MAX_FIELDS = 4_000;
const FIELDS = "must be a JSON object of the fields the desk requires, without those Settled fills";

/** JSON, because a desk's fields are texts, numbers, lists and lists of pairs. `ours` are what every ticket says itself. */
const deskFields = (ours: string[]) =>
  z
    .string()
    .max(MAX_FIELDS, FIELDS)
    .transform((text, ctx) => {
      const read = fieldsSchema.safeParse(readJson(text));
      if (read.success && !ours.some((name) => name in read.data)) return read.data;
      ctx.addIssue({ code: "custom", message: FIELDS });
      return z.NEVER;
    })
    .optional();

const fieldsSchema = z.record(z.string(), z.unknown());

/** How closing requests reach impact.com's support: one group of settings for each channel. */
const SETTINGS = {
  smtp: z.object({
    TICKET_CHANNEL: z.literal("smtp"),
    SUPPORT_ADDRESS: z.email("must be the address that closing requests are sent to"),
  }),
  freshdesk: z.object({
    TICKET_CHANNEL: z.literal("freshdesk"),
    FRESHDESK_URL: deskUrl,
    FRESHDESK_API_KEY: secret,
    FRESHDESK_FIELDS: deskFields(["email", "name", "subject", "description", "status", "tags"]),
  }),
  zendesk: z.object({
    TICKET_CHANNEL: z.literal("zendesk"),
    ZENDESK_URL: deskUrl,
    ZENDESK_EMAIL: z.email("must be the email address of the agent that opens the tickets"),
    ZENDESK_API_TOKEN: secret,
    ZENDESK_FIELDS: deskFields(["subject", "comment", "requester", "external_id"]),
  }),
  assisted: z.object({ TICKET_CHANNEL: z.literal("assisted") }),
} satisfies { [Name in Channel]: z.ZodObject<{ TICKET_CHANNEL: z.ZodLiteral<Name> }> };

/** A channel without a group above has no settings, so that every switch over the channels misses it too. */
type SettingsOf<Name extends Channel> = Name extends keyof typeof SETTINGS
  ? z.infer<(typeof SETTINGS)[Name]>
  : { TICKET_CHANNEL: Name };
export type ChannelSettings = { [Name in Channel]: SettingsOf<Name> }[Channel];

const [first, ...others] = CHANNELS;
const oneOf = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(CHANNELS);

export const channelSchema = z.discriminatedUnion(
  "TICKET_CHANNEL",
  [SETTINGS[first], ...others.map((name) => SETTINGS[name])],
  { error: `must be ${oneOf}` },
);

/** Every variable of any channel. */
export const CHANNEL_SETTING_NAMES: string[] = [
  ...new Set(channelSchema.options.flatMap((option) => Object.keys(option.shape))),
];

/** Where requests go, in words a merchant can check: an address, or the host of the help desk. */
export function deskName(channel: ChannelSettings): string {
  switch (channel.TICKET_CHANNEL) {
    case "smtp":
      return channel.SUPPORT_ADDRESS;
    case "freshdesk":
      return new URL(channel.FRESHDESK_URL).host;
    case "zendesk":
      return new URL(channel.ZENDESK_URL).host;
    case "assisted":
      return "impact.com";
    default:
      return channel satisfies never;
  }
}
