import { Temporal } from "temporal-polyfill";
import type { LinkRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type LinkPurpose, readLinkToken } from "./link-token.ts";

/** `installed-again`: a link of ours to a store whose merchant is in the admin again, where nothing of it opens. */
export type OpenLinkOutcome =
  | { outcome: "open"; link: LinkRow }
  | { outcome: "ended" }
  | { outcome: "installed-again" };

type LinkDeps = Pick<Deps, "db" | "clock" | "settings">;

/** Reads a link and changes nothing. Tampered, unknown, expired and revoked links of a store that left look all the same. */
export async function openLink(
  input: { token: string; purpose: LinkPurpose },
  deps: LinkDeps,
): Promise<OpenLinkOutcome> {
  const idHash = readLinkToken(input.token, input.purpose, deps.settings.secrets.links);
  return idHash === null ? { outcome: "ended" } : openLinkByHash({ idHash, purpose: input.purpose }, deps);
}

/** The same for a visitor whose cookie names the link already. */
export async function openLinkByHash(
  input: { idHash: string; purpose: LinkPurpose },
  deps: Pick<Deps, "db" | "clock">,
): Promise<OpenLinkOutcome> {
  const link = await deps.db.links.find(input.idHash);
  if (!link || link.purpose !== input.purpose) return { outcome: "ended" };
  const isOver = link.revokedAt !== null || Temporal.Instant.compare(deps.clock.now(), link.expiresAt) >= 0;
  const shop = await deps.db.shops.find(link.shop);
  if (!shop) return { outcome: "ended" };
  // The page that finishes a closing is for who left the admin; e-mails can be stopped from anywhere.
  if (!shop.uninstalledAt && (isOver || link.purpose === "finish")) return { outcome: "installed-again" };
  return isOver ? { outcome: "ended" } : { outcome: "open", link };
}
