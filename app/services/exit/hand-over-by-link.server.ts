import { lintTicket, type TicketFinding } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { handOver } from "../requests/hand-over.server.ts";
import { CODE_TRIES, isCode, readCode } from "./exit-code.ts";
import { type RequestCodeOutcome, requestExitCode } from "./request-exit-code.server.ts";
import { isCodeNeeded } from "./show-exit-code.server.ts";

type Input = {
  shop: string;
  visit: string;
  /** As typed; empty when none was. */
  code: string;
  subject: string;
  body: string;
  reason: string | null;
  route: string;
  openItems: string[];
  wantedOn: string | null;
};

export type HandOverByLinkOutcome =
  | { outcome: "handed-over" }
  | { outcome: "refused"; findings: TicketFinding[] }
  | { outcome: "code-missing"; request: RequestCodeOutcome }
  | { outcome: "code-wrong"; triesLeft: number }
  | { outcome: "code-ended" };

type LinkDeps = Pick<Deps, "db" | "clock" | "limits" | "log" | "settings">;

/**
 * Hands the request over for whoever holds the link and the code that was mailed to the address on file: links get
 * forwarded, mailboxes do not (experience.md L5). Who comes without a code is sent one. What is wrong with the request
 * is said first and costs no try.
 */
export async function handOverByLink(input: Input, deps: LinkDeps): Promise<HandOverByLinkOutcome> {
  const { visit, code, ...request } = input;
  const findings = lintTicket(request);
  if (findings.length > 0) return { outcome: "refused", findings };
  const problem = await checkCode(input, deps);
  if (problem) return problem;
  const handed = await handOver({ ...request, actor: "signed-link" }, deps);
  if (handed.outcome === "refused") return handed;
  await deps.db.exitCodes.remove(input.shop, visit);
  return { outcome: "handed-over" };
}

async function checkCode(
  { shop, visit, code }: Input,
  deps: LinkDeps,
): Promise<Exclude<HandOverByLinkOutcome, { outcome: "handed-over" | "refused" }> | null> {
  if (!(await isCodeNeeded(shop, deps))) return null;
  const given = readCode(code);
  if (given === "") return { outcome: "code-missing", request: await requestExitCode({ shop, visit }, deps) };
  const tried = await deps.db.exitCodes.countTry(shop, visit, deps.clock.now(), CODE_TRIES);
  const { codes } = deps.settings.secrets;
  if (tried && codes.some((key) => isCode(given, visit, tried.codeMac, key))) return null;
  // A second click may find the first one's work done and its code used up.
  if (!(await isCodeNeeded(shop, deps))) return null;
  const triesLeft = tried ? CODE_TRIES - tried.tries : 0;
  deps.log.warn({ shop, triesLeft }, "a wrong or ended code was entered");
  return triesLeft > 0 ? { outcome: "code-wrong", triesLeft } : { outcome: "code-ended" };
}
