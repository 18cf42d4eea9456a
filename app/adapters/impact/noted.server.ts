import type { OddityStore } from "#app/ports/alarm.ts";
import type { Clock } from "#app/ports/clock.ts";
import type { Reading } from "#app/ports/impact.ts";
import { isOtherForm } from "./failures.server.ts";
import type { ImpactLog } from "./request.server.ts";

/** Logs a reading that failed under the method's name, and hands it on. */
export type Noted = <T>(method: string, reading: Promise<Reading<T>>) => Promise<Reading<T>>;

type NoteOptions = { log: ImpactLog; clock: Clock; oddities?: Pick<OddityStore, "note"> };

/** An answer of a form the app was not made for reaches the operator too. */
export function createNoted({ log, clock, oddities }: NoteOptions): Noted {
  return async (method, reading) => {
    const answer = await reading;
    if (answer.outcome !== "read") log.warn({ method, ...answer }, "impact.com could not be read");
    if (answer.outcome === "unexpected-answer" && isOtherForm(answer)) {
      const { resource, field } = answer;
      await oddities?.note({ resource, field, value: null }, clock.now());
    }
    return answer;
  };
}
