import type { Temporal } from "temporal-polyfill";
import { CHECK_KINDS } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type By, noteDeed } from "./deed.ts";
import { caseOf } from "./find-case.server.ts";

/** One line of a case: when, which part of it, and what. Addresses and texts of the merchant are not in it. */
export type CaseLine = {
  at: Temporal.Instant;
  part: "step" | "ticket" | "mail" | "check" | "desk";
  what: string;
};

const MOST_DEEDS = 200;

/** Everything that happened to one case in order of time; null when no case has the reference. */
export async function caseHistory(
  { reference, by }: { reference: string; by: By },
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ shop: string; lines: CaseLine[] } | null> {
  const { db, clock } = deps;
  const request = await caseOf(reference, deps);
  if (!request) return null;
  const { shop, id } = request;
  const lines: CaseLine[] = [];
  for (const { at, trigger, fromState, toState, actor } of await db.closingRequests.events(shop, id))
    lines.push({ at, part: "step", what: `${trigger}: ${fromState ?? "nothing"} → ${toState}, by ${actor}` });
  const ticket = await db.tickets.findByRequest(shop, id);
  if (ticket) {
    const { createdAt, settledAt, attemptedAt, state, attempts, lastError, channel } = ticket;
    lines.push({ at: createdAt, part: "ticket", what: `written for ${channel}` });
    const at = settledAt ?? attemptedAt;
    const error = lastError ? `; last answer: ${lastError}` : "";
    if (at) lines.push({ at, part: "ticket", what: `${state} after ${attempts} tries${error}` });
  }
  for (const {
    id: mailId,
    createdAt,
    sentAt,
    purpose,
    state,
    attempts,
    lastError,
  } of await db.mails.ofRequest(shop, id)) {
    lines.push({ at: createdAt, part: "mail", what: `${purpose} written (${mailId})` });
    const error = lastError ? `; ${lastError}` : "";
    lines.push({
      at: sentAt ?? createdAt,
      part: "mail",
      what: `${purpose} ${state} after ${attempts} tries${error}`,
    });
  }
  for (const kind of CHECK_KINDS) {
    const check = await db.requestChecks.find(shop, id, kind);
    const answer = check?.answer ?? "no answer yet";
    const failed = check?.failure ? `; the last ${check.failures} tries failed: ${check.failure}` : "";
    if (check?.triedAt) lines.push({ at: check.triedAt, part: "check", what: `${kind}: ${answer}${failed}` });
  }
  for (const { at, verb, who, why, detail } of await db.operatorDeeds.ofShop(shop, MOST_DEEDS))
    if (detail.reference === reference) lines.push({ at, part: "desk", what: `${verb} by ${who}: ${why}` });
  await noteDeed({ shop, verb: "history", by, detail: { reference } }, db, clock.now());
  return { shop, lines: lines.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds) };
}
