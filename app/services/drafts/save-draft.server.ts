import { lintTicket, type TicketFinding } from "#app/domain/index.ts";
import type { DraftContent, DraftRow } from "#app/ports/index.ts";
import { ownToken } from "../closing/own-token.server.ts";
import type { Deps } from "../deps.ts";
import { differences, EMPTY_DRAFT } from "./draft-content.ts";
import { keepAside } from "./keep-aside.ts";

type Input = {
  shop: string;
  actor: string;
  /** The version the person saw while writing; 0 for none. */
  seen: number;
  /** The same when a save is repeated because its answer got lost. */
  saveKey: string;
  content: DraftContent;
};

export type SaveOutcome =
  | { outcome: "saved"; version: number; savedAt: string }
  /** As many versions wait for a choice as may. */
  | { outcome: "too-many" }
  /** Somebody saved meanwhile. What came is kept aside; nothing is lost until a person chooses. */
  | { outcome: "conflict" }
  | { outcome: "refused"; findings: TicketFinding[] };

/** Saves the draft over the version that was seen. The same save twice, or the same text twice, is one save. */
export async function saveDraft(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "seal">,
): Promise<SaveOutcome> {
  const { shop, actor, seen, saveKey, content } = input;
  const findings = findingsIn(content, await ownToken(shop, deps));
  if (findings.length > 0) return { outcome: "refused", findings };
  const savedAt = deps.clock.now();
  return deps.db.transact(async (work) => {
    const current = await work.drafts.find(shop);
    if (current && (current.saveKey === saveKey || differences(current.content, content).length === 0))
      return saved(current);
    // A form sent as it came, as mail scanners do: nothing was entered, so there is nothing to keep.
    if (!current && differences(EMPTY_DRAFT, content).length === 0)
      return { outcome: "saved", version: 0, savedAt: savedAt.toString() };
    const next = { shop, version: seen + 1, saveKey, content, savedAt, savedBy: actor };
    if ((current?.version ?? 0) === seen && (await work.drafts.save(next, seen))) return saved(next);
    const aside = { id: saveKey, content, savedAt, savedBy: actor, decidedAt: null };
    return { outcome: (await keepAside(shop, aside, work)) ? "conflict" : "too-many" };
  });
}

const saved = ({ version, savedAt }: DraftRow): SaveOutcome => ({
  outcome: "saved",
  version,
  savedAt: savedAt.toString(),
});

/** A half-written text may be saved; what must never be sent, or could not be, is not kept either. */
function findingsIn({ subject, body, reason }: DraftContent, secrets: string[]): TicketFinding[] {
  const found = lintTicket({ subject: subject ?? "-", body: body ?? "-", reason }, secrets);
  return found.filter(({ problem }) => problem !== "empty");
}
