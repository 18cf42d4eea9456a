import type { Database, Work } from "#app/ports/index.ts";
import type { Deps } from "#app/services/deps.ts";
import type { ExitStep } from "./exit-steps.ts";

/** Told of each step as it is reached; the work goes on when it is done. */
type Reached = (step: ExitStep) => Promise<void>;

/** The same dependencies, which tell each step of the exit before they go on. */
export function watchExit(deps: Deps, reached: Reached): Deps {
  return {
    ...deps,
    db: watched(deps.db, reached),
    mailer: {
      send: async (mail) => {
        await reached("before-send");
        const sent = await deps.mailer.send(mail);
        await reached("after-send");
        return sent;
      },
    },
  };
}

type Written = "uninstall" | "mark";

/** Each transaction is known by the one row that only it writes. */
function watched(db: Database, reached: Reached): Database {
  return {
    ...db,
    keepWebhook: async (row) => {
      await reached("before-store");
      const isNew = await db.keepWebhook(row);
      await reached("after-store");
      return isNew;
    },
    transact: async (run) => {
      const done = new Set<Written>();
      const result = await db.transact(async (work) => {
        const value = await run(noting(work, done));
        for (const written of done) await reached(`before-${written}`);
        return value;
      });
      for (const written of done) await reached(`after-${written}`);
      return result;
    },
  };
}

const noting = (work: Work, done: Set<Written>): Work => ({
  ...work,
  sessions: {
    removeAll: (shop) => {
      done.add("uninstall");
      return work.sessions.removeAll(shop);
    },
  },
  mails: {
    ...work.mails,
    markSent: (shop, id, at, headers) => {
      done.add("mark");
      return work.mails.markSent(shop, id, at, headers);
    },
  },
});
