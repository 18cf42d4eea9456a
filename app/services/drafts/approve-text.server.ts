import type { Locale } from "#app/messages/locales.ts";
import type { Deps } from "../deps.ts";
import { draftRequest } from "./draft-request.server.ts";
import { textHash } from "./text-hash.ts";
import { type TicketChoices, withDay } from "./ticket-lines.ts";

type Input = {
  shop: string;
  locale: Locale;
  /** The text as the form held it. */
  body: string;
  choices: TicketChoices;
  /** The choices the text was shown with, and the mark of Settled's own text; null for a form without them. */
  shown: { choices: TicketChoices; bodyHash: string } | null;
};

/** What goes down with the request beside its text, as it was worked out here. */
export type Submission = { route: string; openItems: string[]; accounts: string[]; proof: string };

export type ApproveOutcome =
  | { outcome: "as-shown"; submission: Submission }
  /** `own`: Settled's text, which follows the choices; another's gets no more than the day it lacks. */
  | { outcome: "changed"; body: string; bodyHash: string; own: boolean };

/**
 * Whether what would be sent is what was read: a choice made after the text was shown changes the text, so that it is
 * to be read once more. Null for a shop never seen, and for an agency, which has no way out that Settled can ask for.
 */
export async function approveText(
  { shop, locale, body, choices, shown }: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<ApproveOutcome | null> {
  const drafted = await draftRequest({ shop, locale, choices }, deps);
  if (!drafted) return null;
  const asShown = { outcome: "as-shown" as const, submission: drafted.submission };
  // Nothing is sent any more: the answer is the reference of the request that is under way.
  if (drafted.request) return asShown;
  if (drafted.view.kind === "agency") return null;
  const isSame =
    shown === null ||
    (shown.choices.wantedOn === choices.wantedOn && shown.choices.claimRefund === choices.claimRefund);
  const own = shown !== null && textHash(body) === shown.bodyHash;
  const next = own ? (isSame ? body : drafted.composedTicket.body) : withDay(body, choices.wantedOn);
  return isSame && next === body
    ? asShown
    : { outcome: "changed", body: next, bodyHash: drafted.textHashes.body, own };
}
