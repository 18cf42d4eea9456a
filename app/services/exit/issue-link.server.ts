import type { Deps } from "../deps.ts";
import { createLinkToken, type LinkPurpose } from "./link-token.ts";

/** Long enough for a holiday, short enough for a forgotten mailbox (experience.md 2.9). */
const VALID_DAYS = 30;

const PATHS: Record<LinkPurpose, string> = { finish: "/l/", "stop-mail": "/stop/" };

/**
 * Writes a new link for the shop and returns its address. The address is in no log and in no row. Throws when the shop was
 * erased while its mail was on the way: no row of it may come back, and the mail is gone when it is tried again.
 */
export async function issueLink(
  input: { shop: string; purpose: LinkPurpose },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<string> {
  const { token, idHash } = createLinkToken(input.purpose, deps.settings.secrets.links[0]);
  const now = deps.clock.now();
  const link = { idHash, ...input, createdAt: now, expiresAt: now.add({ hours: VALID_DAYS * 24 }) };
  await deps.db.transact(async (work) => {
    if (!(await work.shops.find(input.shop))) throw new Error("The store of this link was erased.");
    await work.links.add({ ...link, revokedAt: null });
  });
  return `${deps.settings.appUrl}${PATHS[input.purpose]}${token}`;
}
