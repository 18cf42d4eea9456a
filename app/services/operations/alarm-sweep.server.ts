import type { Stuck } from "#app/domain/index.ts";
import { type MailRow, OPERATOR, type Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { findStuck } from "./find-stuck.server.ts";

type AlarmDeps = Pick<Deps, "db" | "clock" | "deadJobs" | "log" | "settings">;
/** So many fit into a mail a person reads; the others come the next day. */
const DRIFTS_A_MAIL = 20;

/**
 * Tells the operator what is stuck: an error line at every look, and one mail for each kind and day. The line does not
 * wait for the mail, which may be stuck itself. What is answered in a new way is told once.
 */
export async function alarmSweep(deps: AlarmDeps): Promise<{ stuck: number; schemaDrifts: number }> {
  const stuck = await findStuck(deps);
  for (const each of stuck) {
    const { kind, job, count, oldest } = each;
    deps.log.error({ kind, job, count, oldest: oldest?.toString() ?? null }, "stuck");
    await deps.db.transact((work) => mailOnceADay(each.key, contentOf(each), work, deps));
  }
  return { stuck: stuck.length, schemaDrifts: await mailSchemaDrift(deps) };
}

const contentOf = ({ kind, job, count, oldest }: Stuck): MailRow["content"] => ({
  kind: "stuck",
  what: kind,
  job: job ?? "",
  count,
  oldest: oldest?.toString() ?? null,
});

async function mailSchemaDrift(deps: AlarmDeps): Promise<number> {
  const found = await deps.db.schemaDrifts.unnotified(DRIFTS_A_MAIL);
  if (found.length === 0) return 0;
  const schemaDrifts = found.map(({ resource, field, value, answers }) => ({
    resource,
    field,
    value,
    answers,
  }));
  const isNotified = await deps.db.transact(async (work) => {
    if (!(await mailOnceADay("oddities", { kind: "oddities", oddities: schemaDrifts }, work, deps)))
      return false;
    await work.schemaDrifts.markNotified(found, deps.clock.now());
    return true;
  });
  if (!isNotified) return 0;
  for (const drift of schemaDrifts) deps.log.error(drift, "an answer held something Settled does not know");
  return schemaDrifts.length;
}

/** False when one of this key was written today. */
function mailOnceADay(
  key: string,
  content: MailRow["content"],
  work: Work,
  deps: AlarmDeps,
): Promise<boolean> {
  const now = deps.clock.now();
  const mail = {
    shop: OPERATOR,
    purpose: "operator-alert" as const,
    dedupeKey: `operator-alert:${key}:${now.toString().slice(0, 10)}`,
    recipient: deps.settings.alertAddress,
    locale: "en",
    content,
  };
  return writeMail(mail, work, { now, settings: deps.settings });
}
