import type { Deps } from "../deps.ts";

/** Enqueues every export a crash may have left behind; each goes on where it stopped. */
export async function resumeExports(deps: Pick<Deps, "db">): Promise<void> {
  const left = await deps.db.exports.unfinished();
  await deps.db.transact(async (work) => {
    for (const { shop, id } of left)
      await work.enqueue({ name: "make-export", data: { shop, exportId: id } });
  });
}
