import { z } from "zod";
import { CHECK_KINDS, type JobName } from "#app/ports/index.ts";

/** Three days at a quarter of an hour each: whatever a provider's outage of a day held up is sent after it. */
const OUTLASTS_OUTAGES = { retryLimit: 300, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 };

/**
 * Every job there is: the shape of its payload and how often it is tried. Retries back off exponentially: the pause
 * doubles, the second half of it by chance, up to `retryDelayMax`. A job that used up its tries is laid among the dead.
 */
export const JOB_CATALOG = {
  "handle-webhook": {
    data: z.object({ shop: z.string(), webhookId: z.string() }),
    retry: OUTLASTS_OUTAGES,
  },
  "deliver-mail": {
    data: z.object({ shop: z.string(), mailId: z.string() }),
    retry: OUTLASTS_OUTAGES,
  },
  // At most one waits and one runs per key, whatever the number of instances; the account's lease guards the reading.
  // The one that runs takes over the one that waits for another try (queue.server.ts).
  "sync-actions": {
    data: z.object({ shop: z.string(), purpose: z.enum(["continue", "nightly"]) }),
    retry: { retryLimit: 40, retryDelay: 2, retryBackoff: true, retryDelayMax: 900, policy: "stately" },
  },
  "deliver-ticket": {
    data: z.object({ shop: z.string(), ticketId: z.string() }),
    retry: { retryLimit: 200, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 },
  },
  "make-export": {
    data: z.object({ shop: z.string(), exportId: z.string() }),
    retry: { retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 },
  },
  "confirm-uninstall": {
    data: z.object({ shop: z.string(), triggeredAt: z.string().nullable() }),
    retry: { retryLimit: 10, retryDelay: 30, retryBackoff: true, retryDelayMax: 900 },
  },
  "tend-left-shop": {
    data: z.object({ shop: z.string() }),
    retry: { retryLimit: 3, retryDelay: 60, retryBackoff: true, retryDelayMax: 900 },
  },
  "send-new-link": {
    data: z.object({ shop: z.string() }),
    retry: { retryLimit: 10, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  },
  // Its own backoff is in the check itself: a desk that does not answer is no failed job.
  "check-request": {
    data: z.object({ shop: z.string(), requestId: z.string(), kind: z.enum(CHECK_KINDS) }),
    retry: { retryLimit: 3, retryDelay: 60, retryBackoff: true, retryDelayMax: 900 },
  },
  "send-merchant-event": {
    data: z.object({ shop: z.string(), eventId: z.string() }),
    retry: OUTLASTS_OUTAGES,
  },
} as const satisfies Record<JobName, { data: z.ZodType; retry: object }>;

export const JOB_NAMES = Object.keys(JOB_CATALOG) as JobName[];
