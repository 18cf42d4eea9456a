import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Clock } from "#app/ports/clock.ts";

const schema = z.object({ offsetMs: z.number().int() });

/**
 * The sandbox's clock: system time plus the offset that the sandbox keeps in `file`. Read at every call, so that a
 * moved clock is seen at once by web and worker. Never configured in production.
 */
export function fileClock(file: string): Clock {
  return {
    now: () => {
      const { offsetMs } = schema.parse(JSON.parse(readFileSync(file, "utf8")));
      return Temporal.Now.instant().add({ milliseconds: offsetMs });
    },
  };
}
