import type { Edition, Kind } from "../account/account.ts";
import type { Note } from "../text.ts";
import type { AccountAnswer, ButtonAnswer, ClosingPath } from "./closing-path.ts";

export type PathQuestion = "account" | "button";

/** What the way is found from; null = not known. */
export type PathFacts = {
  /** As impact.com's API says. */
  kind: Kind | null;
  /** As the merchant told it with the key facts. */
  edition: Edition | null;
  /** Whether the trial can be cancelled by what is known (S0), and what stands against it. */
  trial: { status: "yes" | "no" | "unknown"; unmet: readonly Note[] };
  /** The answers to the two questions. */
  stated: { account: AccountAnswer | null; button: ButtonAnswer | null };
};

/** The way as far as it is known, always one of the four: nobody who wants to leave waits for an answer. */
export type FoundPath = {
  route: ClosingPath;
  /** What would settle it, and is not known yet. */
  ask: PathQuestion | null;
  because: readonly Note[];
};

/**
 * The way out by what is known, and the next question while something is missing. There are two questions, each is
 * asked once at most, and any answer to it, "not sure" too, counts: so nobody is asked a third.
 */
export function findClosingPath(facts: PathFacts): FoundPath {
  switch (accountOf(facts)) {
    case "partner":
      return found("partner-ticket", [{ id: "core.route.partner" }]);
    case "other-brand":
      return found("brand-ticket", [{ id: "core.route.otherBrand" }]);
    case "starter":
      return starterRoute(facts);
    case "not-sure":
      return unsureRoute(facts);
    case null:
      return { route: "starter-ticket", ask: "account", because: [] };
  }
}

/** What impact.com says comes before what the merchant says, and that before the key facts' edition. */
export function accountOf({
  kind,
  edition,
  stated,
}: Pick<PathFacts, "kind" | "edition" | "stated">): AccountAnswer | null {
  if (kind === "partner") return "partner";
  const contradicted = kind === "brand" && stated.account === "partner";
  if (stated.account !== null && !contradicted) return stated.account;
  if (edition === null) return contradicted ? "not-sure" : null;
  return edition === "starter" ? "starter" : "other-brand";
}

/** S0: the button is there exactly when all conditions hold, so seeing it beats any reckoning of ours (G13). */
function starterRoute({ trial, stated }: PathFacts): FoundPath {
  if (stated.button === "shown") return found("trial-cancel", [{ id: "core.route.buttonShown" }]);
  if (stated.button === "not-shown") return found("starter-ticket", [{ id: "core.route.buttonNotShown" }]);
  if (trial.status === "yes") return found("trial-cancel", [{ id: "core.route.conditionsHold" }]);
  if (trial.status === "no") return found("starter-ticket", trial.unmet);
  return { route: "starter-ticket", ask: stated.button === null ? "button" : null, because: trial.unmet };
}

/** S1's list holds every step of S0's, so it is the safe one for somebody who does not know their edition. */
function unsureRoute({ stated }: PathFacts): FoundPath {
  if (stated.button === "shown") return found("trial-cancel", [{ id: "core.route.buttonShown" }]);
  const because = [{ id: "core.route.longerList" }];
  return { route: "brand-ticket", ask: stated.button === null ? "button" : null, because };
}

const found = (route: ClosingPath, because: readonly Note[]): FoundPath => ({ route, ask: null, because });
