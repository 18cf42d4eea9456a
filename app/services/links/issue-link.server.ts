import type { LinkStore } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { createLinkToken, type LinkPurpose } from "./link-token.ts";

/** Long enough for a holiday, short enough for a forgotten mailbox (experience.md 2.9). */
const VALID_DAYS = 30;

const PATHS: Record<LinkPurpose, string> = { finish: "/l/", "stop-mail": "/stop/" };

/** Writes a new link for the shop and returns its address. The address is in no log and in no row. */
export async function issueLink(
  input: { shop: string; purpose: LinkPurpose; links: LinkStore },
  deps: Pick<Deps, "clock" | "settings">,
): Promise<string> {
  const { token, idHash } = createLinkToken(input.purpose, deps.settings.linkSecret);
  const now = deps.clock.now();
  await input.links.add({
    idHash,
    shop: input.shop,
    purpose: input.purpose,
    createdAt: now,
    expiresAt: now.add({ hours: VALID_DAYS * 24 }),
    revokedAt: null,
  });
  return `${deps.settings.appUrl}${PATHS[input.purpose]}${token}`;
}
