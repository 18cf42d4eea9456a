import type { SettingProblem } from "./config-production.server.ts";

type Given = Record<string, string | undefined>;

/** Settings that do something only together: one of them alone is passed over, which nobody who set it expects. */
const PARTNER = ["PARTNER_ORGANIZATION", "PARTNER_APP", "PARTNER_TOKEN"];
/** Those of a help desk that takes effect only when TICKET_CHANNEL names it; who names another keeps these for later. */
const OF_A_DESK = /^(FRESHDESK|ZENDESK)_/;
const USUAL_METRICS_HOST = "127.0.0.1";

/** Sets of settings of which a part is missing. `given` is what was set, without empty values. */
export function halfSets(given: Given): SettingProblem[] {
  const isSet = (name: string) => given[name] !== undefined;
  const [partner] = PARTNER.filter(isSet);
  const problems = PARTNER.filter((name) => partner !== undefined && !isSet(name)).map((name) => ({
    name,
    message: `is not set, but ${partner} is; all three of them find uninstalls: set it, or remove ${partner}`,
  }));
  if (isSet("SHOPIFY_API_SECRET_ROTATED_AT") && !isSet("SHOPIFY_API_SECRET_PREVIOUS"))
    problems.push({
      name: "SHOPIFY_API_SECRET_PREVIOUS",
      message:
        "is not set, but SHOPIFY_API_SECRET_ROTATED_AT is; put in the secret of before, or remove SHOPIFY_API_SECRET_ROTATED_AT",
    });
  const [desk] = Object.keys(given).filter((name) => OF_A_DESK.test(name));
  if (desk && !isSet("TICKET_CHANNEL"))
    problems.push({
      name: "TICKET_CHANNEL",
      message: `is not set, but ${desk} is; name the channel that requests go by, or remove ${desk}`,
    });
  if (!isSet("METRICS_PORT") && (given.METRICS_HOST ?? USUAL_METRICS_HOST) !== USUAL_METRICS_HOST)
    problems.push({
      name: "METRICS_PORT",
      message: "is not set, but METRICS_HOST is; set it, or remove METRICS_HOST",
    });
  const login = loginOf(given.SMTP_URL ?? "");
  if (login && (login.user === "") !== (login.password === ""))
    problems.push({
      name: "SMTP_URL",
      message: `has a ${login.user ? "user name without a password" : "password without a user name"}; write smtp://user:password@host:587`,
    });
  return problems;
}

function loginOf(address: string): { user: string; password: string } | null {
  if (!URL.canParse(address)) return null;
  const { username, password } = new URL(address);
  return { user: username, password };
}
