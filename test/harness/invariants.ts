import type { MailRow } from "#app/ports/index.ts";
import { addressOf, SHOPS } from "./accounts.ts";
import { auditedMoves, noClosedWithoutProof } from "./request-invariants.ts";
import type { World } from "./world.ts";

export type Violation = { invariant: "I1" | "I2" | "I3" | "I4" | "I5" | "erased"; what: string };

/** Every invariant of the exit, on what was sent and what is stored (experience: docs/faults.md). */
export function violationsOf(world: World, mailed: Map<string, MailRow>): Violation[] {
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
function onceEach({ accepted, stores }: World, mailed: Map<string, MailRow>): Violation[] {
  return SHOPS.flatMap((shop) => {
    const warnings = new Set(
      accepted
        .map(({ mail }) => mailed.get(mail.messageId))
        .filter((row) => row?.shop === shop && row.purpose === "uninstall-warning")
        .map((row) => row?.messageId),
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

/** I5: a mail goes to its own shop's address and names no other shop. */
function nobodyElses({ accepted, deps }: World, mailed: Map<string, MailRow>): Violation[] {
  return accepted.flatMap(({ mail }) => {
    const row = mailed.get(mail.messageId);
    if (!row || mail.to === deps.settings.supportAddress) return [];
    const others = SHOPS.filter((shop) => shop !== row.shop);
    const text = JSON.stringify(mail.body);
    const leaked = others.filter((shop) => text.includes(shop) || text.includes(addressOf(shop)));
    const own = row.purpose === "operator-alert" ? deps.settings.alertAddress : addressOf(row.shop);
    const wrong = mail.to !== own || leaked.length > 0;
    return wrong ? [{ invariant: "I5" as const, what: `a ${row.purpose} of ${row.shop} to ${mail.to}` }] : [];
  });
}

/** Of an erased store nothing is left but what came in afterwards: late webhooks, and the last mail until it is sent. */
function nothingLeft({ memory }: World): Violation[] {
  const { shops, connections, choices, links, mails, closingRequests, snapshots, facts, erasuresDue } =
    memory.rows();
  const known = new Set(shops.map(({ shop }) => shop));
  const left = [connections, choices, links, closingRequests, snapshots, facts, erasuresDue].flat();
  const letters = mails.filter(({ purpose }) => purpose !== "final");
  return [...left, ...letters]
    .filter(({ shop }) => !known.has(shop))
    .map(({ shop }) => ({ invariant: "erased" as const, what: `${shop} is erased and not all of it` }));
}
