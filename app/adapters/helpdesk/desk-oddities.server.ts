import { repeatable } from "#app/domain/index.ts";
import { type Clock, HELP_DESK, type OddityStore } from "#app/ports/index.ts";

/** Learns what a desk answers that the app was not made for; `value` null: the field is missing or has another form. */
export type NoteOddity = (field: string, value: string | null) => Promise<void>;

/** Where the desks' oddities go: to the same place as those of impact.com's API, so that one alarm tells of both. */
export function noteDeskOddities(oddities: Pick<OddityStore, "note">, clock: Clock): NoteOddity {
  return (field, value) =>
    oddities.note(
      { resource: HELP_DESK, field, value: value === null ? null : repeatable(value) },
      clock.now(),
    );
}
