import { Temporal } from "temporal-polyfill";
import { isProved } from "#app/services/exit/prove-visit.server.ts";
import type { Deps } from "../deps.ts";
import { suppressionOf } from "../outbox/suppression.server.ts";
import { CODE_TRIES } from "./exit-code.ts";

/** What a page says about the code; null when none is asked for. */
export type ExitCodeView = {
  /** Where it goes, with most of the name left out: the page may have been forwarded. Null without an address. */
  address: string | null;
  /** False when the mailbox refused our mails for good. */
  reachable: boolean;
  /** Whether a code is on its way that may still be entered. */
  waiting: boolean;
};

/** Nothing is sent by us with "assisted", and nothing is left to send once a request is open. */
export async function isHandOverCodeNeeded(
  shop: string,
  deps: Pick<Deps, "db" | "settings">,
): Promise<boolean> {
  return deps.settings.channel !== "assisted" && (await deps.db.closingRequests.findOpen(shop)) === null;
}

/** Null in a visit that entered its code a short while ago. */
export async function showExitCode(
  { shop, visit }: { shop: string; visit: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<ExitCodeView | null> {
  if (await isProved({ shop, visit }, deps)) return null;
  const email = (await deps.db.shops.find(shop))?.contactEmail ?? null;
  const code = await deps.db.exitCodes.find(shop, visit);
  return {
    address: email && maskAddress(email),
    reachable: email !== null && (await suppressionOf(email, deps)) === null,
    waiting:
      code !== null &&
      code.tries < CODE_TRIES &&
      Temporal.Instant.compare(deps.clock.now(), code.expiresAt) < 0,
  };
}

/** `owner@acme.example` as `o…@acme.example`: enough for its owner, little for anybody else. */
function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}…${email.slice(at)}`;
}
