import { type DatedTable, tablesOlderThanAYear } from "#app/domain/index.ts";
import { OPERATOR } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";

/**
 * Reminds the operator of rates and holidays that nobody renewed for a year: one mail and one line in the log for each, and
 * again every month while it lasts. Nothing is stuck by it.
 */
export async function remindOfTables(
  { tables }: { tables?: readonly DatedTable[] },
  { db, clock, log, settings }: Pick<Deps, "db" | "clock" | "log" | "settings">,
): Promise<number> {
  const now = clock.now();
  const today = now.toZonedDateTimeISO("UTC").toPlainDate();
  let written = 0;
  for (const { table, asOf } of tablesOlderThanAYear(today, tables)) {
    const mail = {
      shop: OPERATOR,
      purpose: "operator-alert" as const,
      dedupeKey: `operator-alert:old-${table}:${asOf}:${today.toPlainYearMonth()}`,
      recipient: settings.alertAddress,
      locale: "en",
      content: { kind: "old-table", table, asOf },
    };
    if (!(await db.transact((work) => writeMail(mail, work, { now, settings })))) continue;
    log.warn({ table, asOf }, "older than a year");
    written += 1;
  }
  return written;
}
