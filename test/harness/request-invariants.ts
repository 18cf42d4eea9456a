import { evidenceLevel, transition } from "#app/domain/index.ts";
import type { ClosingRequestEvent } from "#app/ports/index.ts";
import { accountOf, SHOPS } from "./accounts.ts";
import type { Violation } from "./invariants.ts";
import type { World } from "./world.ts";

const has = (text: string | undefined) => (text ?? "").trim() !== "";

/** What the desk must have said for a row that this app wrote in its name. */
const SAID = {
  "desk-acknowledged": "open",
  "desk-resumed": "open",
  "desk-waits": "waiting",
  "desk-solved": "solved",
} as const;

/** I3: the state of every request is where its audit rows lead, each of them a move that the table knows. */
export function auditedMoves({ memory, announced }: World): Violation[] {
  const { closingRequests, events } = memory.rows();
  const moves = closingRequests.flatMap(({ id, shop, state }) => {
    const own = events.filter(({ requestId }) => requestId === id);
    const path = own.map(({ fromState, toState }) => [fromState, toState]);
    const joined = path.every(([from], index) => from === (path[index - 1]?.[1] ?? null));
    const known = own.every(({ fromState, trigger, toState, evidence }) => {
      const moved = transition(fromState, trigger, evidence);
      return moved.outcome === "moves" && moved.to === toState;
    });
    return joined && known && path.at(-1)?.[1] === state
      ? []
      : [{ invariant: "I3" as const, what: `${shop} is ${state} after ${JSON.stringify(path)}` }];
  });
  /** The merchant's automations hear of each change of state once, and of nothing else. */
  const notified = closingRequests.flatMap(({ id, shop, reference }) => {
    const changes = events
      .filter(({ requestId, fromState, toState }) => requestId === id && fromState !== toState)
      .map(({ toState }) => toState);
    const heard = [...announced.values()].flatMap(({ event }) =>
      event.type === "closing-request-status-changed" && event.reference === reference ? [event.state] : [],
    );
    return heard.join() === changes.join()
      ? []
      : [{ invariant: "I3" as const, what: `${shop} told ${heard.join()} of ${changes.join()}` }];
  });
  return [...moves, ...notified];
}

/**
 * I4: nothing says "sent" that the help desk never took, nothing quotes the desk with what it never said of this ticket,
 * nothing says "closed" or "refund received" without impact.com's words or the merchant's own, and the page calls no row
 * proof that is not.
 */
export function noClosedWithoutProof(world: World): Violation[] {
  const { memory, tickets, desk } = world;
  const { events, tickets: rows } = memory.rows();
  return events.flatMap((event) => {
    const { toState, fromState, trigger, evidence } = event;
    const key = rows.find((row) => row.requestId === event.requestId)?.key;
    const taken = tickets.filter((ticket) => ticket.key === key).length;
    const backed = has(evidence.proof) || has(evidence.statement);
    // A row that leaves the state as it was, such as a question asked later, claims nothing.
    const claims = fromState !== toState;
    const wrong: [boolean, string][] = [
      [toState === "sent" && taken === 0, "is sent and the desk has nothing"],
      [taken > 1, `has ${taken} tickets of one request`],
      [["closed", "refund-received"].includes(toState) && claims && !backed, `is ${toState} without a word`],
      [
        ["closed", "refund-received"].includes(toState) && claims && event.actor === "settled",
        `${toState} by us`,
      ],
      [
        toState === "refund-received" && claims && fromState !== "closed",
        "has a refund and was never closed",
      ],
      [toState === "sent" && claims && trigger !== "channel-accepted", `was called sent by ${trigger}`],
      [
        toState === "handed-over" && claims && !has(evidence.ticketNumber) && !has(evidence.proof),
        "was handed over without a word",
      ],
      [
        ["told-handed-over", "withdrawn-unsent"].includes(trigger) && fromState === "ready" && taken > 0,
        `is at the desk after ${trigger}`,
      ],
      [
        misquotes(event, key ? desk.numberOf(key) : null, world),
        `says ${trigger} ${JSON.stringify(evidence)}`,
      ],
      [
        trigger in SAID &&
          events.filter((row) => row.requestId === event.requestId && row.evidence.said === evidence.said)
            .length > 1,
        `repeats ${trigger}`,
      ],
      [evidenceLevel(trigger, evidence) === "proof" && !has(evidence.proof), "calls a word proof"],
    ];
    return wrong
      .filter(([isWrong]) => isWrong)
      .map(([, what]) => ({ invariant: "I4" as const, what: `${event.shop} ${what}` }));
  });
}

/** True for a row in the desk's name that the desk never said so, of another ticket, or that this app may not write. */
function misquotes(
  { trigger, evidence, actor }: ClosingRequestEvent,
  ticketNumber: string | null,
  { desk }: World,
): boolean {
  if (!(trigger in SAID)) return false;
  const status = SAID[trigger as keyof typeof SAID];
  const isSaid =
    desk.spoken.some(
      (word) => word.ticketNumber === ticketNumber && word.status === status && word.said === evidence.said,
    ) ||
    (status === "open" && evidence.said === "new");
  return !isSaid || evidence.ticketNumber !== ticketNumber || actor !== "settled";
}

/** I4 for tasks: one is told as come undone only when it did, once each time, and after a look it is what it is. */
export function truthfulTasks({ memory, impact, announced }: World, checked: readonly string[]): Violation[] {
  const { taskWatches } = memory.rows();
  const task = "delete-catalogs";
  return SHOPS.flatMap((shop) => {
    const notified = [...announced.values()].filter(
      (row) => row.shop === shop && row.event.type === "closing-task-reopened" && row.event.task === task,
    ).length;
    const undone = impact.cameBack.get(accountOf(shop)) ?? 0;
    const watch = taskWatches.find((row) => row.shop === shop && row.task === task);
    const isOpen = watch && checked.includes(shop) ? watch.status !== "done" : null;
    return [
      ...(notified > undone ? [`was told ${notified} times of what came undone ${undone} times`] : []),
      ...(isOpen !== null && isOpen !== impact.hasCatalog(shop)
        ? [`calls the catalog ${watch?.status}`]
        : []),
    ].map((what) => ({ invariant: "I4" as const, what: `${shop} ${what}` }));
  });
}
