import { repeatable } from "#app/domain/index.ts";
import { type Clock, HELP_DESK, type SchemaDriftStore } from "#app/ports/index.ts";

/** Learns what a desk answers that the app was not made for; `value` null: the field is missing or has another form. */
export type NoteSchemaDrift = (field: string, value: string | null) => Promise<void>;

/** Where the desks' schemaDrifts go: to the same place as those of impact.com's API, so that one alarm tells of both. */
export function noteDeskOddities(
  schemaDrifts: Pick<SchemaDriftStore, "note">,
  clock: Clock,
): NoteSchemaDrift {
  return (field, value) =>
    schemaDrifts.note(
      { resource: HELP_DESK, field, value: value === null ? null : repeatable(value) },
      clock.now(),
    );
}
