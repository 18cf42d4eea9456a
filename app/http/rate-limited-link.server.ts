import type { AppLoadContext } from "@remix-run/node";
import "../load-context.ts";
import type { LimitName } from "#app/ports/index.ts";
import type { LinkPurpose } from "#app/services/exit/link-token.ts";
import { type OpenLinkOutcome, openLink } from "#app/services/exit/open-link.server.ts";
import { networkKey } from "./network-key.server.ts";

/**
 * Opens a link and counts the wrong ones by their network (L8). A good link opens whatever else came from there: many
 * people can share an address, and no number of guesses hits one. Its key is checked before the database is asked, so
 * that guesses cost little.
 */
export async function openRateLimitedLink(
  input: { token: string; purpose: LinkPurpose },
  context: AppLoadContext,
): Promise<OpenLinkOutcome> {
  const { deps } = context.container;
  const opened = await openLink(input, deps);
  if (opened.outcome === "ended") {
    deps.log.warn({ purpose: input.purpose }, "a link opened nothing");
    await deps.limits.count("wrong-link", networkKey(context));
  }
  if (opened.outcome === "open") deps.log.info({ purpose: input.purpose }, "a link was opened");
  return opened;
}

/** Counts nothing; null while the network is within the limit. */
export const secondsToWait = (name: LimitName, context: AppLoadContext): Promise<number | null> =>
  context.container.deps.limits.waitFor(name, networkKey(context));

/** Counts one; the seconds to wait when that was one too many. */
export const countOf = (name: LimitName, context: AppLoadContext): Promise<number | null> =>
  context.container.deps.limits.count(name, networkKey(context));
