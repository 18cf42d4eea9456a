import { lintTicket } from "#app/domain/index.ts";
import type { ByLink } from "#app/services/exit/by-link.ts";
import { type ProofProblem, proveVisit } from "#app/services/exit/prove-visit.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";
import { ownToken } from "../closing/own-token.server.ts";
import type { Deps } from "../deps.ts";
import { type HandOverOutcome, handOver } from "../requests/hand-over.server.ts";
import { isHandOverCodeNeeded } from "./show-exit-code.server.ts";

type Input = ByLink & {
  /** As typed; empty when none was. */
  code: string;
  subject: string;
  body: string;
  reason: string | null;
  route: string;
  openItems: string[];
  accounts: string[];
  proof: string;
  wantedOn: string | null;
};

export type HandOverByLinkOutcome =
  | { outcome: "handed-over" }
  | Exclude<HandOverOutcome, { reference: string }>
  | ProofProblem;

/** Hands the request over for who holds the link and the code. What is wrong with the request is said first and costs no try. */
export async function handOverByLink(
  { visit, link, network, code, ...request }: Input,
  deps: Pick<Deps, "db" | "clock" | "limits" | "log" | "seal" | "settings">,
): Promise<HandOverByLinkOutcome> {
  const findings = lintTicket(request, await ownToken(request.shop, deps));
  if (findings.length > 0) return { outcome: "refused", findings };
  const { shop } = request;
  const problem = (await isHandOverCodeNeeded(shop, deps))
    ? await proveVisit({ shop, visit, link, network, code }, deps)
    : null;
  if (problem) return problem;
  const handed = await handOver({ ...request, actor: LINK_ACTOR }, deps);
  return "reference" in handed ? { outcome: "handed-over" } : handed;
}
