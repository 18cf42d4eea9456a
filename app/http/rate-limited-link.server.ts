import type { AppLoadContext } from "@remix-run/node";
import "../load-context.ts";
import type { LimitName } from "#app/ports/index.ts";
import type { LinkPurpose } from "#app/services/exit/link-token.ts";
import { type OpenLinkOutcome, openLink } from "#app/services/exit/open-link.server.ts";
import { pseudonym } from "#app/services/pseudonym.ts";
import { networkOf } from "./network-of.ts";

const keyOf = ({ clientAddress, container }: AppLoadContext): string =>
  pseudonym("network", networkOf(clientAddress), container.deps.settings);

/**
 * Opens a link, unless too many wrong ones came from the same network (L8). From outside a refused link looks like an
 * ended one, right or wrong; the page it leads to says why and for how long.
 */
export async function openRateLimitedLink(
  input: { token: string; purpose: LinkPurpose },
  context: AppLoadContext,
): Promise<OpenLinkOutcome> {
  const { deps } = context.container;
  if ((await secondsToWait("wrong-link", context)) !== null) return { outcome: "ended" };
  const opened = await openLink(input, deps);
  if (opened.outcome === "ended") {
    deps.log.warn({ purpose: input.purpose }, "a link opened nothing");
    await deps.limits.count("wrong-link", keyOf(context));
  }
  return opened;
}

/** Counts nothing; null while the network is within the limit. */
export const secondsToWait = (name: LimitName, context: AppLoadContext): Promise<number | null> =>
  context.container.deps.limits.waitFor(name, keyOf(context));

/** Counts one; the seconds to wait when that was one too many. */
export const countOf = (name: LimitName, context: AppLoadContext): Promise<number | null> =>
  context.container.deps.limits.count(name, keyOf(context));
