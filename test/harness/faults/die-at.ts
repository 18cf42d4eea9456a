import type { Deps } from "#app/services/deps.ts";
import type { Step } from "./steps.ts";

/** kill -9: no handler runs, nothing is flushed. */
export function die(): void {
  process.kill(process.pid, "SIGKILL");
}

/** The same dependencies, with a sudden death at one step of sending. `delayMs` is for the steps without an edge. */
export function dieAt(deps: Deps, step: Step | null, delayMs: number): Deps {
  let calls = 0;
  const { db, helpDesk } = deps;
  return {
    ...deps,
    db: {
      ...db,
      tickets: {
        ...db.tickets,
        change: (seen, change) => {
          if (step === "before-claim" && change.state === "sending") die();
          return db.tickets.change(seen, change);
        },
      },
      transact: async (run) => {
        const result = await db.transact(async (work) => {
          const done = await run(work);
          // The hand-over is the first transaction of a run; recording comes once the desk was called.
          if (step === "before-commit" || (step === "before-record" && calls > 0)) die();
          return done;
        });
        if (step === "after-commit" || (step === "after-record" && calls > 0)) die();
        return result;
      },
    },
    helpDesk: {
      ...helpDesk,
      submit: async (ticket) => {
        if (step === "after-claim") die();
        if (step === "during-call") setTimeout(die, delayMs);
        const outcome = await helpDesk.submit(ticket);
        calls += 1;
        if (step === "after-call") die();
        return outcome;
      },
    },
  };
}
