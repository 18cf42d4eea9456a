import { evidenceLevel } from "#app/domain/index.ts";
import type { MailRecord } from "#app/ports/index.ts";
import { addressOf, SHOPS } from "./history.ts";
import type { World } from "./world.ts";

export type Violation = { invariant: "I1" | "I2" | "I3" | "I4" | "I5" | "erased"; what: string };

/** Every invariant of the exit, on what was sent and what is stored (experience: docs/faults.md). */
export function violationsOf(world: World, mailed: Map<string, MailRecord>): Violation[] {
  return [
    ...onceEach(world, mailed),
    ...auditedMoves(world),
    ...noClosedWithoutProof(world),
    ...nobodyElses(world, mailed),
    ...nothingLeft(world),
  ];
}

/**
 * I1: at most one warning for each install. A kill after the provider took a mail makes it go out again under the same
 * Message-ID, by which the receiver knows it; so messages count, not copies.
 */
function onceEach({ accepted, stores }: World, mailed: Map<string, MailRecord>): Violation[] {
  return SHOPS.flatMap((shop) => {
    const warnings = new Set(
      accepted
        .map(({ mail }) => mailed.get(mail.messageId))
        .filter((record) => record?.shop === shop && record.purpose === "uninstall-warning")
        .map((record) => record?.messageId),
    );
    const left = stores.get(shop)?.uninstalls.length ?? 0;
    return warnings.size > left
      ? [
          {
            invariant: "I1" as const,
            what: `${shop} left ${left} times and was warned ${warnings.size} times`,
          },
        ]
      : [];
  });
}

/** I3: the state of every request is where its audit rows lead. */
function auditedMoves({ memory }: World): Violation[] {
  const { closings, events } = memory.rows();
  return closings.flatMap(({ id, shop, state }) => {
    const own = events.filter(({ requestId }) => requestId === id);
    const path = own.map(({ fromState, toState }) => [fromState, toState]);
    const joined = path.every(([from], index) => from === (path[index - 1]?.[1] ?? null));
    return joined && path.at(-1)?.[1] === state
      ? []
      : [{ invariant: "I3" as const, what: `${shop} is ${state} after ${JSON.stringify(path)}` }];
  });
}

/**
 * I4: nothing says "sent" that the help desk never took; nothing says "closed" or "refund received" without impact.com's
 * words or the merchant's own; and the page calls no row proof that is not.
 */
function noClosedWithoutProof({ memory, tickets }: World): Violation[] {
  const { events, tickets: rows } = memory.rows();
  const report = (shop: string, what: string): Violation => ({ invariant: "I4", what: `${shop} ${what}` });
  return events.flatMap((event) => {
    const { shop, requestId, toState, trigger, evidence } = event;
    const key = rows.find((row) => row.requestId === requestId)?.key;
    const taken = tickets.filter((ticket) => ticket.key === key).length;
    const backed = [evidence.proof, evidence.statement].some((text) => (text ?? "").trim() !== "");
    const found: Violation[] = [];
    if (toState === "sent" && taken === 0) found.push(report(shop, "is sent and the desk has nothing"));
    if (taken > 1) found.push(report(shop, `has ${taken} tickets of one request`));
    // A row that leaves the state as it was, such as a question asked later, claims nothing.
    if (["closed", "refund-received"].includes(toState) && event.fromState !== toState && !backed)
      found.push(report(shop, `is ${toState} without a word of evidence`));
    if (trigger !== "channel-accepted" && toState === "sent" && event.fromState !== "sent")
      found.push(report(shop, `was called sent by ${trigger}`));
    if (evidenceLevel(trigger, evidence) === "proof" && (evidence.proof ?? "").trim() === "")
      found.push(report(shop, "calls a word proof"));
    return found;
  });
}

/** I5: a mail goes to its own shop's address and names no other shop. */
function nobodyElses({ accepted, deps }: World, mailed: Map<string, MailRecord>): Violation[] {
  return accepted.flatMap(({ mail }) => {
    const record = mailed.get(mail.messageId);
    if (!record || mail.to === deps.settings.supportAddress) return [];
    const others = SHOPS.filter((shop) => shop !== record.shop);
    const text = JSON.stringify(mail.body);
    const leaked = others.filter((shop) => text.includes(shop) || text.includes(addressOf(shop)));
    const own = record.purpose === "operator-alert" ? deps.settings.alertAddress : addressOf(record.shop);
    const wrong = mail.to !== own || leaked.length > 0;
    return wrong
      ? [{ invariant: "I5" as const, what: `a ${record.purpose} of ${record.shop} to ${mail.to}` }]
      : [];
  });
}

/** Of an erased store nothing is left but what came in afterwards: late webhooks, and the last mail until it is sent. */
function nothingLeft({ memory }: World): Violation[] {
  const { shops, connections, choices, links, mails, closings, snapshots, facts, erasuresDue } =
    memory.rows();
  const known = new Set(shops.map(({ shop }) => shop));
  const left = [connections, choices, links, closings, snapshots, facts, erasuresDue].flat();
  const letters = mails.filter(({ purpose }) => purpose !== "final");
  return [...left, ...letters]
    .filter(({ shop }) => !known.has(shop))
    .map(({ shop }) => ({ invariant: "erased" as const, what: `${shop} is erased and not all of it` }));
}
