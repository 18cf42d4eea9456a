import { Temporal } from "temporal-polyfill";
import type { LinkRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type LinkPurpose, readLinkToken } from "./link-token.ts";

export type OpenLinkOutcome = { outcome: "open"; link: LinkRecord } | { outcome: "ended" };

type LinkDeps = Pick<Deps, "db" | "clock" | "settings">;

/** Reads a link and changes nothing. Tampered, unknown, expired and revoked links look all the same from outside. */
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
  if (!link || link.purpose !== input.purpose || link.revokedAt) return { outcome: "ended" };
  const expired = Temporal.Instant.compare(deps.clock.now(), link.expiresAt) >= 0;
  return expired ? { outcome: "ended" } : { outcome: "open", link };
}
