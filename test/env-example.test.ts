import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig, SETTING_NAMES } from "#app/config.server.ts";

const example = parseEnv(readFileSync(".env.example", "utf8"));

/** What a person has to fill in, with values of the kinds the comments ask for. */
const filledIn = {
  SHOPIFY_API_KEY: "0123456789abcdef0123456789abcdef",
  SHOPIFY_API_SECRET: randomBytes(16).toString("hex"),
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: `k1:${randomBytes(32).toString("base64")}`,
  LINK_SECRET: randomBytes(32).toString("hex"),
  SMTP_URL: "smtps://user:password@mail.example.com:465",
  MAIL_FROM: "Settled <notices@settled.example.com>",
  OPERATOR_ADDRESS: "1 Example Street, 10115 Berlin",
  SUPPORT_ADDRESS: "support@impact.com",
};

describe(".env.example", () => {
  it("lists every variable the app reads and no other", () => {
    expect(Object.keys(example).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it("says something about each variable in the line above it", () => {
    const lines = readFileSync(".env.example", "utf8").split("\n");
    const silent = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !/^# [^-]/.test(lines[at - 1] ?? ""));
    expect(silent).toEqual([]);
  });

  it("leaves empty what must be filled in, so that an untouched copy starts nothing", () => {
    expect(() => readConfig(example)).toThrow(
      new RegExp(
        Object.keys(filledIn)
          .map((name) => `${name} is not set`)
          .join("[^]*"),
      ),
    );
  });

  it("starts in production once those are filled in, with the same defaults as without the file", () => {
    const production = { NODE_ENV: "production", ...filledIn };
    expect(readConfig({ ...example, ...production })).toEqual(readConfig(production));
  });

  it("takes the address of the Shopify CLI's tunnel where none is filled in, and nothing else from HOST", () => {
    const local = { ...example, ...filledIn };
    const tunnel = "https://quick-fox.trycloudflare.com";
    const address = (env: Record<string, string>) => readConfig({ ...local, ...env }).SHOPIFY_APP_URL;
    expect(address({ SHOPIFY_APP_URL: "", HOST: tunnel })).toBe(tunnel);
    expect(address({ HOST: tunnel })).toBe(filledIn.SHOPIFY_APP_URL);
    expect(() => address({ SHOPIFY_APP_URL: "", HOST: "workstation-7" })).toThrow(
      "SHOPIFY_APP_URL is not set",
    );
  });
});
