import type { ClosingRequestRow, Stores } from "#app/ports/index.ts";

const PUT_AWAY = "put-away:";

/** How a check keeps that the desk put the ticket away, with the desk's own word for it. */
export const putAwayFailure = (said: string): string => `${PUT_AWAY}${said}`;

/** The desk's own word; null when the check failed for another reason, or did not. */
export const putAwayWord = (failure: string | null): string | null =>
  failure?.startsWith(PUT_AWAY) ? failure.slice(PUT_AWAY.length) : null;

/** Whether the desk put the ticket away at the last look: then nobody is said to have the request. */
export async function isPutAway(
  { shop, id, state }: ClosingRequestRow,
  db: Pick<Stores, "requestChecks">,
): Promise<boolean> {
  if (state !== "acknowledged") return false;
  const check = await db.requestChecks.find(shop, id, "desk");
  return putAwayWord(check?.failure ?? null) !== null;
}
