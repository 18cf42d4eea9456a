import type { Job, WebhookRow } from "#app/ports/index.ts";
import type { StatementRunner } from "./client.server.ts";
import type { Query } from "./database-kind.server.ts";
import { toDate } from "./time.server.ts";

type Enqueue = (job: Job, runner: StatementRunner) => Promise<void>;

/** Where the queue's statement names its jobs; it has no other value. */
const JOBS = "json_to_recordset($1::text::json)";

/** The row, when no other with its id is there yet. */
const STORED = `stored AS (
  INSERT INTO "WebhookDelivery" ("shop", "webhookId", "eventId", "topic", "body", "triggeredAt", "receivedAt")
  VALUES ($2::text, $3::text, $4::text, $5::text, $6::text::jsonb, $7::text::timestamp, $8::text::timestamp)
  ON CONFLICT DO NOTHING RETURNING 1)`;

/**
 * Row and job as one statement: pg-boss's own, which writes the job, reads an empty list of jobs where the row was there
 * before. Throws when pg-boss writes its jobs in another way than the one this was made for.
 */
export function withStored(jobStatement: string): string {
  const guarded = jobStatement.replace(
    JOBS,
    "json_to_recordset(CASE WHEN EXISTS (SELECT FROM stored) THEN $1::text::json ELSE '[]'::json END)",
  );
  if (guarded === jobStatement) throw new Error("pg-boss writes its jobs in a way that is not known here.");
  const rest = /^\s*WITH\b/.test(guarded) ? guarded.replace(/^\s*WITH\b/, ",") : ` ${guarded}`;
  return `WITH ${STORED}${rest}`;
}

/** Stores a delivery with the job that handles it, in one statement and one round trip; false when it is known already. */
export function createWebhookInbox(query: Query, enqueue: Enqueue) {
  return async (row: WebhookRow): Promise<boolean> => {
    const { shop, webhookId } = row;
    const values = [
      shop,
      webhookId,
      row.eventId,
      row.topic,
      JSON.stringify(row.body),
      row.triggeredAt && toDate(row.triggeredAt).toISOString(),
      toDate(row.receivedAt).toISOString(),
    ];
    let written = 0;
    await enqueue(
      { name: "handle-webhook", data: { shop, webhookId } },
      {
        $queryRawUnsafe: async <Rows>(text: string, ...jobs: unknown[]) => {
          const { rows } = await query(withStored(text), [...jobs, ...values]);
          written = rows.length;
          return rows as Rows;
        },
      },
    );
    return written === 1;
  };
}
