import type { Deps } from "../deps.ts";

/** Whether somebody at the store put away Home's question for the key facts. */
export async function isGuideAway({ shop }: { shop: string }, deps: Pick<Deps, "db">): Promise<boolean> {
  const choices = await deps.db.choices.all(shop);
  return choices.some(({ name, granted }) => name === "setup-guide-away" && granted);
}

/** Puts it away for good and for everybody: Setup is where the facts are entered, whenever somebody wants to. */
export async function putGuideAway(
  { shop, actor }: { shop: string; actor: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<void> {
  const row = {
    name: "setup-guide-away",
    granted: true,
    decidedAt: deps.clock.now(),
    decidedBy: actor,
  } as const;
  await deps.db.choices.save(shop, [row]);
}
