import { Temporal } from "temporal-polyfill";
import type { LinkRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type LinkPurpose, readLinkToken } from "./link-token.ts";

/** `installed-again`: a link of ours that has ended, of a store whose merchant is in the admin again. */
export type OpenLinkOutcome =
  | { outcome: "open"; link: LinkRecord }
  | { outcome: "ended" }
  | { outcome: "installed-again" };

type LinkDeps = Pick<Deps, "db" | "clock" | "settings">;

/** Reads a link and changes nothing. Tampered, unknown, expired and revoked links of a store that left look all the same. */
export async function openLink(
  input: { token: string; purpose: LinkPurpose },
  deps: LinkDeps,
): Promise<OpenLinkOutcome> {
  const { linkSecret, linkSecretPrevious } = deps.settings;
  const read = (secret: string) => readLinkToken(input.token, input.purpose, secret);
  const idHash = read(linkSecret) ?? (linkSecretPrevious && read(linkSecretPrevious));
  return idHash === null ? { outcome: "ended" } : openLinkByHash({ idHash, purpose: input.purpose }, deps);
}

/** The same for a visitor whose cookie names the link already. */
export async function openLinkByHash(
  input: { idHash: string; purpose: LinkPurpose },
  deps: Pick<Deps, "db" | "clock">,
): Promise<OpenLinkOutcome> {
  const link = await deps.db.links.find(input.idHash);
  if (!link || link.purpose !== input.purpose) return { outcome: "ended" };
  const expired = Temporal.Instant.compare(deps.clock.now(), link.expiresAt) >= 0;
  if (!link.revokedAt && !expired) return { outcome: "open", link };
  const shop = await deps.db.shops.find(link.shop);
  return { outcome: shop && !shop.uninstalledAt ? "installed-again" : "ended" };
}
