import { describe, expect, it } from "vitest";
import { readConfig } from "#app/config.server.ts";
import { channelSchema, deskName } from "#app/config-channel.server.ts";

const rest = {
  SHOPIFY_API_KEY: "client-id",
  SHOPIFY_API_SECRET: "a-secret-from-the-dashboard",
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  LINK_SECRET: "b".repeat(32),
  SMTP_URL: "smtps://mail.example.com",
  MAIL_FROM: "Settled <notices@settled.example.com>",
  OPERATOR_ADDRESS: "1 Example Street",
};

describe("the channel of closing requests", () => {
  it("asks only for the settings of the chosen one, each by name", () => {
    expect(() => readConfig({ ...rest, TICKET_CHANNEL: "freshdesk" })).toThrow(
      /FRESHDESK_URL is not set.*\n.*FRESHDESK_API_KEY is not set/,
    );
    expect(() => readConfig({ ...rest, TICKET_CHANNEL: "zendesk" })).toThrow(
      /ZENDESK_URL is not set.*\n.*ZENDESK_EMAIL is not set.*\n.*ZENDESK_API_TOKEN is not set/,
    );
    expect(() => readConfig(rest)).toThrow("SUPPORT_ADDRESS is not set");
    expect(readConfig({ ...rest, TICKET_CHANNEL: "assisted" }).channel).toEqual({
      TICKET_CHANNEL: "assisted",
    });
  });

  it("refuses a channel there is not", () => {
    expect(() => readConfig({ ...rest, TICKET_CHANNEL: "fax" })).toThrow(
      "TICKET_CHANNEL must be smtp, freshdesk, zendesk or assisted",
    );
  });

  it("fills the fields its desk requires, and never in place of those Settled fills", () => {
    const zendesk = {
      ...rest,
      TICKET_CHANNEL: "zendesk",
      ZENDESK_URL: "https://impact.zendesk.com",
      ZENDESK_EMAIL: "agent@impact.test",
      ZENDESK_API_TOKEN: "token",
    };
    const fields = '{"custom_fields":[{"id":360001,"value":"billing"}]}';
    expect(readConfig({ ...zendesk, ZENDESK_FIELDS: fields }).channel).toMatchObject({
      ZENDESK_FIELDS: { custom_fields: [{ id: 360_001, value: "billing" }] },
    });
    for (const wrong of ["[]", "type: Question", '{"subject":"Hello"}', `{"a":"${"x".repeat(5_000)}"}`])
      expect(() => readConfig({ ...zendesk, ZENDESK_FIELDS: wrong })).toThrow(
        "ZENDESK_FIELDS must be a JSON object of the fields the desk requires",
      );
  });

  it.each(["https://agent:key@impact.freshdesk.com", "https://impact.freshdesk.com/?a=1", "desk"])(
    "is at an address that paths can be joined to, not %s",
    (FRESHDESK_URL) => {
      const settings = { ...rest, TICKET_CHANNEL: "freshdesk", FRESHDESK_URL, FRESHDESK_API_KEY: "key" };
      expect(() => readConfig(settings)).toThrow("FRESHDESK_URL must be the address of the help desk");
    },
  );

  it("is named so that a merchant can check it, without any key", () => {
    const desk = channelSchema.parse({
      TICKET_CHANNEL: "freshdesk",
      FRESHDESK_URL: "https://impact.freshdesk.com/",
      FRESHDESK_API_KEY: "secret",
    });
    expect(deskName(desk)).toBe("impact.freshdesk.com");
  });
});
