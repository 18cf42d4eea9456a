import { JOB_NAMES } from "#app/adapters/queue/catalog.server.ts";
import { previewDeadJobs, reviveJobs } from "#app/adapters/queue/dead-jobs.server.ts";
import { type DeskVerb, OPERATOR } from "#app/ports/index.ts";
import { caseHistory } from "#app/services/desk/case-history.server.ts";
import { noteDeed } from "#app/services/desk/deed.ts";
import { eraseStore, showDeletions } from "#app/services/desk/erase-store.server.ts";
import { findCase } from "#app/services/desk/find-case.server.ts";
import { parkMail, parkTicket, parkWebhook } from "#app/services/desk/park.server.ts";
import { resendCase, resendMail, resendStore } from "#app/services/desk/resend.server.ts";
import { revokeStoreLinks } from "#app/services/desk/revoke-store-links.server.ts";
import { showDeeds } from "#app/services/desk/show-deeds.server.ts";
import { BadInput } from "../bad-input.ts";
import type { Asked } from "./asked.ts";
import type { Desk } from "./open-desk.ts";

/** What is said about it, and whether it was done. */
type Said = { said: string[]; done: boolean };
const done = (...said: string[]): Said => ({ said, done: true });
const refused = (...said: string[]): Said => ({ said, done: false });

const noCase = (reference: string) => refused(`No closing request has the reference ${reference}.`);
const noStore = (shop: string) => refused(`No store ${shop} is known here. It may have been erased.`);
const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

async function find({ reference, by }: Asked, desk: Desk): Promise<Said> {
  const found = await findCase({ reference: reference ?? "", by }, desk);
  if (found.length === 0) return noCase(reference ?? "");
  return done(
    ...found.map(
      ({ shop, state, createdAt, updatedAt }) => `${shop}: ${state} since ${updatedAt}, begun ${createdAt}`,
    ),
  );
}

async function history({ reference, by }: Asked, desk: Desk): Promise<Said> {
  const known = await caseHistory({ reference: reference ?? "", by }, desk);
  if (!known) return noCase(reference ?? "");
  return done(known.shop, ...known.lines.map(({ at, part, what }) => `${at}  ${part.padEnd(6)}  ${what}`));
}

async function resend({ shop, reference, mail, again, by }: Asked, desk: Desk): Promise<Said> {
  if (shop === null) {
    const begun = await resendCase({ reference: reference ?? "", by }, desk);
    if (begun.outcome === "unknown-case") return noCase(reference ?? "");
    return done(
      `${counted(begun.ticket ? 1 : 0, "ticket")} and ${counted(begun.mails, "mail")} begin anew. What got through before is not sent again.`,
    );
  }
  if (mail === null)
    return done(`${counted((await resendStore({ shop, by }, desk)).mails, "mail")} of ${shop} begin anew.`);
  const outcome = await resendMail({ shop, mailId: mail, again, by }, desk);
  if (outcome === "unknown-mail") return refused(`${shop} has no mail ${mail}.`);
  if (outcome === "was-sent")
    return refused("This mail was sent. To send it once more, with the same Message-ID, add --again.");
  return done("The mail begins anew.");
}

async function park({ shop, reference, mail, webhook, by }: Asked, desk: Desk): Promise<Said> {
  const outcome =
    shop === null
      ? await parkTicket({ reference: reference ?? "", by }, desk)
      : mail !== null
        ? await parkMail({ shop, mailId: mail, by }, desk)
        : await parkWebhook({ shop, webhookId: webhook ?? "", by }, desk);
  if (outcome === "parked") return done("It is tried no more.");
  return refused(
    outcome === "unknown"
      ? "Nothing of this name waits here."
      : "It is over already; there is nothing to stop.",
  );
}

async function revoke({ shop, by }: Asked, desk: Desk): Promise<Said> {
  const outcome = await revokeStoreLinks({ shop: shop ?? "", by }, desk);
  if (outcome === "unknown-shop")
    return refused(`No store ${shop} is known here. It may have been erased, and its links with it.`);
  return done(
    `No link of ${shop} works any more. Whoever asks for a new one gets it at the address on file.`,
  );
}

async function erase({ shop, withRequest, by }: Asked, desk: Desk): Promise<Said> {
  const outcome = await eraseStore({ shop: shop ?? "", withRequest, by }, desk);
  if (outcome === "erased") return done(`Everything of ${shop} is erased. One last mail tells its address.`);
  if (outcome === "unknown-shop") return noStore(shop ?? "");
  if (outcome === "still-installed")
    return refused(
      `${shop} has the app installed and would be recorded again. Its merchant must uninstall first.`,
    );
  return refused(`${shop} has a closing request that has not ended. To erase it too, add --with-request.`);
}

async function deletions({ shop, by }: Asked, desk: Desk): Promise<Said> {
  const records = await showDeletions({ shop: shop ?? "", by }, desk);
  if (records.length === 0) return done("No record says that data of this store was erased.");
  return done(
    ...records.map(
      ({ erasedAt, rows, cause, id }) => `${erasedAt}: ${rows} rows erased (${cause}), record ${id}.`,
    ),
  );
}

async function deadJobs({ revive, by }: Asked, { boss, db, clock }: Desk): Promise<Said> {
  if (revive !== null && !JOB_NAMES.some((name) => name === revive))
    throw new BadInput(`There is no job "${revive}". Choose one of: ${JOB_NAMES.join(", ")}.`);
  const detail: Record<string, string> = revive === null ? {} : { revive };
  await noteDeed({ shop: OPERATOR, verb: "dead-jobs", by, detail }, db, clock.now());
  const said: string[] = [];
  if (revive !== null)
    said.push(
      `${counted(await reviveJobs(boss, revive), "job")} "${revive}" begin anew, with all their tries.`,
    );
  const dead = await previewDeadJobs(boss);
  said.push(...dead.map(({ name, count }) => `${counted(count, "job")} "${name}" used up their tries.`));
  said.push(dead.length === 0 ? "No job is dead." : "To let them begin anew, add --revive <job>.");
  return done(...said);
}

async function deeds({ shop, by }: Asked, desk: Desk): Promise<Said> {
  const rows = await showDeeds({ shop, by }, desk);
  if (rows.length === 0) return done("Nothing was done here before.");
  return done(
    ...rows.map(
      ({ at, who, verb, why, detail }) => `${at}  ${who}  ${verb}  ${JSON.stringify(detail)}  ${why}`,
    ),
  );
}

export const VERBS: Record<DeskVerb, (asked: Asked, desk: Desk) => Promise<Said>> = {
  find,
  history,
  resend,
  park,
  "revoke-links": revoke,
  erase,
  deletions,
  "dead-jobs": deadJobs,
  deeds,
};
