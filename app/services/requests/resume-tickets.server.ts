import type { Deps } from "../deps.ts";

/** Enqueues every ticket a crash may have left behind. A ticket another worker is at is claimed once only. */
export async function resumeTickets(deps: Pick<Deps, "db">): Promise<number> {
  const left = await deps.db.tickets.unfinished();
  await deps.db.transact(async (work) => {
    for (const { shop, id } of left)
      await work.enqueue({ name: "deliver-ticket", data: { shop, ticketId: id } });
  });
  return left.length;
}
