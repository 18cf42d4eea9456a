import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Clock } from "#app/ports/clock.ts";

const schema = z.object({ offsetMs: z.number().int() });

/**
 * System time; or, in the sandbox, system time plus the offset that the sandbox keeps in `file`. The file is read at
 * every call, so that web and worker see a moved clock at once. Never configured in production.
 */
export function createFileOrSystemClock(file?: string): Clock {
  if (!file) return { now: () => Temporal.Now.instant() };
  return {
    now: () => {
      const { offsetMs } = schema.parse(JSON.parse(readFileSync(file, "utf8")));
      return Temporal.Now.instant().add({ milliseconds: offsetMs });
    },
  };
}
