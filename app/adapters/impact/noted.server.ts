import type { SchemaDriftStore } from "#app/ports/alarm.ts";
import type { Clock } from "#app/ports/clock.ts";
import type { FetchResult } from "#app/ports/impact.ts";
import { isOtherForm } from "./failures.server.ts";
import type { ImpactLog } from "./request.server.ts";

/** Logs a reading that failed under the method's name, and hands it on. */
export type Noted = <T>(method: string, fetchResult: Promise<FetchResult<T>>) => Promise<FetchResult<T>>;

type NoteOptions = { log: ImpactLog; clock: Clock; schemaDrifts?: Pick<SchemaDriftStore, "note"> };

/** An answer of a form the app was not made for reaches the operator too. */
export function createNoted({ log, clock, schemaDrifts }: NoteOptions): Noted {
  return async (method, fetchResult) => {
    const answer = await fetchResult;
    if (answer.outcome !== "read") log.warn({ method, ...answer }, "impact.com could not be read");
    else if (answer.aside?.length)
      log.warn({ method, aside: answer.aside.length }, "rows of impact.com could not be read");
    if (answer.outcome === "unexpected-answer" && isOtherForm(answer)) {
      const { resource, field } = answer;
      await schemaDrifts?.note({ resource, field, value: null }, clock.now());
    }
    return answer;
  };
}
