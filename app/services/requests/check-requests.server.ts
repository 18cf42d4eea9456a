import { ANSWERED, WITH_IMPACT } from "#app/domain/index.ts";
import type { CheckKind } from "#app/ports/index.ts";
import { CHECK_KINDS } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { askDesk } from "./ask-desk.server.ts";
import { runFollowUp } from "./follow-up.server.ts";
import { runPostClosingChecks } from "./post-closing-checks.server.ts";

const PAGE = 200;
/** In these states there is something to ask. */
const STATES = { desk: WITH_IMPACT, account: ANSWERED, "follow-up": ["ready", ...WITH_IMPACT] } as const;

/** Enqueues every check that is due, of all shops, installed or gone; gives their number. */
export async function enqueueDueChecks({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const now = clock.now();
  let count = 0;
  for (const kind of CHECK_KINDS) {
    for (let after = ""; ; ) {
      const due = await db.requestChecks.due({ kind, states: STATES[kind], now, after, limit: PAGE });
      const last = due.at(-1);
      if (!last) break;
      await db.transact(async (work) => {
        for (const check of due) await work.enqueue({ name: "check-request", data: { ...check, kind } });
      });
      count += due.length;
      after = last.requestId;
    }
  }
  return count;
}

type Input = { shop: string; requestId: string; kind: CheckKind };

/** One due check. A job that comes twice, or late, finds it done. */
export async function checkRequest(
  { kind, ...input }: Input,
  deps: Pick<Deps, "db" | "clock" | "helpDesk" | "impact" | "seal" | "settings">,
): Promise<string> {
  const check = await deps.db.requestChecks.find(input.shop, input.requestId, kind);
  if (!check || check.nextAt.epochMilliseconds > deps.clock.now().epochMilliseconds) return "not due";
  if (kind === "follow-up") return runFollowUp(input, deps);
  return kind === "desk" ? askDesk(input, deps) : runPostClosingChecks(input, deps);
}
