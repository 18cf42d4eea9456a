import type { Translator } from "#app/messages/translator.ts";
import type { ProofProblem } from "#app/services/exit/prove-visit.server.ts";
import type { RequestCodeOutcome } from "#app/services/exit/request-exit-code.server.ts";

/** What is to be said of the code; null when nothing is. */
export type CodeProblem = ProofProblem | { outcome: "code-asked"; request: RequestCodeOutcome };

/** One sentence a person can act on. `address` is where codes go, mostly hidden. */
export function codeProblemText(problem: CodeProblem, address: string, t: Translator["t"]): string {
  switch (problem.outcome) {
    case "code-wrong":
      return t("exit.code.wrong", { left: problem.triesLeft });
    case "code-ended":
      return t("exit.code.ended");
    default:
      return requestText(problem, address, t);
  }
}

function requestText(
  { outcome, request }: Extract<CodeProblem, { request: RequestCodeOutcome }>,
  address: string,
  t: Translator["t"],
): string {
  switch (request.outcome) {
    case "too-many":
      return t("exit.code.tooMany", { minutes: Math.ceil(request.seconds / 60) });
    case "no-address":
    case "refused-by-mailbox":
      return t("exit.code.unreachable");
    default:
      return outcome === "code-missing" ? t("exit.code.missing") : t("exit.code.asked", { address });
  }
}
