import { z } from "zod";
import type { JobName } from "#app/ports/index.ts";

/** Every job there is: the shape of its payload and how often it is tried. Retries back off exponentially. */
export const JOB_CATALOG = {
  "handle-webhook": {
    data: z.object({ shop: z.string(), webhookId: z.string() }),
    retry: { retryLimit: 60, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  },
  "deliver-mail": {
    data: z.object({ shop: z.string(), mailId: z.string() }),
    retry: { retryLimit: 60, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  },
  "deliver-ticket": {
    data: z.object({ shop: z.string(), ticketId: z.string() }),
    retry: { retryLimit: 200, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 },
  },
} as const satisfies Record<JobName, { data: z.ZodType; retry: object }>;

export const JOB_NAMES = Object.keys(JOB_CATALOG) as JobName[];
