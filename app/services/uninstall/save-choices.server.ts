import type { ChoiceName } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { saveDeed } from "../history/save-deed.server.ts";
import { type Choices, readChoices } from "./choices.ts";

const NAMES: Record<keyof Choices, ChoiceName> = {
  remindBeforeFees: "remind-before-fees",
  keepWatching: "keep-watching",
};

/** Keeps what changed, with the day and the person; a box left as it was keeps its older date. */
export async function saveChoices(
  input: { shop: string; actor: string; choices: Choices },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<void> {
  const decidedAt = deps.clock.now();
  await deps.db.transact(async (work) => {
    const before = readChoices(await work.choices.all(input.shop));
    const changed = (Object.keys(NAMES) as (keyof Choices)[])
      .filter((key) => before[key] !== input.choices[key])
      .map((key) => ({
        name: NAMES[key],
        granted: input.choices[key],
        decidedAt,
        decidedBy: input.actor,
      }));
    await work.choices.save(input.shop, changed);
    for (const { name, granted } of changed) {
      const kind = granted ? ("choice-given" as const) : ("choice-withdrawn" as const);
      const deed = { shop: input.shop, kind, actor: input.actor, detail: { choice: name } };
      await saveDeed(deed, work, { now: decidedAt, settings: deps.settings });
    }
  });
}
