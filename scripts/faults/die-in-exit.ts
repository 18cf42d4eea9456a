import type { Database, Work } from "#app/ports/index.ts";
import type { Deps } from "#app/services/deps.ts";
import { die } from "./die-at.ts";
import type { ExitStep } from "./exit-steps.ts";

type Plan = { step: ExitStep | null };

/** The same dependencies, with a sudden death at the planned step. The plan may change while they are in use. */
export function dieInExit(deps: Deps, plan: Plan): Deps {
  const dieAtStep = (step: ExitStep) => {
    if (plan.step === step) die();
  };
  return {
    ...deps,
    db: mortal(deps.db, dieAtStep),
    mailer: {
      send: async (mail) => {
        dieAtStep("before-send");
        const sent = await deps.mailer.send(mail);
        dieAtStep("after-send");
        return sent;
      },
    },
  };
}

/** Each transaction is known by the one row that only it writes. */
function mortal(db: Database, dieAtStep: (step: ExitStep) => void): Database {
  return {
    ...db,
    transact: async (run) => {
      const done = new Set<"store" | "uninstall" | "mark">();
      const result = await db.transact(async (work) => {
        const value = await run(noting(work, done));
        if (done.has("store")) dieAtStep("before-store");
        if (done.has("uninstall")) dieAtStep("before-uninstall");
        return value;
      });
      if (done.has("store")) dieAtStep("after-store");
      if (done.has("uninstall")) dieAtStep("after-uninstall");
      if (done.has("mark")) dieAtStep("after-mark");
      return result;
    },
  };
}

const noting = (work: Work, done: Set<"store" | "uninstall" | "mark">): Work => ({
  ...work,
  webhooks: {
    ...work.webhooks,
    add: (record) => {
      done.add("store");
      return work.webhooks.add(record);
    },
  },
  sessions: {
    removeAll: (shop) => {
      done.add("uninstall");
      return work.sessions.removeAll(shop);
    },
  },
  mails: {
    ...work.mails,
    markSent: (shop, id, at) => {
      done.add("mark");
      return work.mails.markSent(shop, id, at);
    },
  },
});
