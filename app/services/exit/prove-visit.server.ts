import { Temporal } from "temporal-polyfill";
import { CODE_TRIES, isCode, PROVED_MINUTES, readCode } from "#app/services/exit/exit-code.ts";
import { type RequestCodeOutcome, requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import type { Deps } from "../deps.ts";
import type { ByLink } from "./by-link.ts";

/** Why a visit may not do what needs the code; each says what to do next. */
export type ProofProblem =
  | { outcome: "code-missing"; request: RequestCodeOutcome }
  | { outcome: "code-wrong"; triesLeft: number }
  | { outcome: "code-ended" };

type ProofDeps = Pick<Deps, "db" | "clock" | "limits" | "log" | "settings">;

/** Whether the code was entered in this visit a short while ago. */
export async function isProved(
  { shop, visit }: Pick<ByLink, "shop" | "visit">,
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<boolean> {
  const until = (await db.exitCodes.find(shop, visit))?.provedUntil ?? null;
  return until !== null && Temporal.Instant.compare(clock.now(), until) < 0;
}

/**
 * Links get forwarded, mailboxes do not (experience.md L5): what takes something from the owner needs the code that was
 * mailed to the address on file. Once entered it counts for the hour, so that nobody types a code for each step. Who comes
 * without one is sent one. Null when the visit may go on.
 */
export async function proveVisit(
  { code, ...by }: ByLink & { code: string },
  deps: ProofDeps,
): Promise<ProofProblem | null> {
  const { shop, visit } = by;
  if (await isProved(by, deps)) return null;
  const given = readCode(code);
  if (given === "") return { outcome: "code-missing", request: await requestExitCode(by, deps) };
  const now = deps.clock.now();
  const tried = await deps.db.exitCodes.countTry(shop, visit, now, CODE_TRIES);
  const { codes } = deps.settings.secrets;
  if (tried && codes.some((key) => isCode(given, visit, tried.codeMac, key))) {
    await deps.db.exitCodes.prove(shop, visit, now.add({ minutes: PROVED_MINUTES }));
    deps.log.info({ shop }, "a code was entered");
    return null;
  }
  // A second click may find that the first one has entered it meanwhile.
  if (await isProved(by, deps)) return null;
  const triesLeft = tried ? CODE_TRIES - tried.tries : 0;
  deps.log.warn({ shop, triesLeft }, "a wrong or ended code was entered");
  return triesLeft > 0 ? { outcome: "code-wrong", triesLeft } : { outcome: "code-ended" };
}

/** Ends what a code had proved, with the visit it was proved in. */
export const endProof = (
  { shop, visit }: Pick<ByLink, "shop" | "visit">,
  { db }: Pick<Deps, "db">,
): Promise<void> => db.exitCodes.remove(shop, visit);
