import { useEffect, useRef } from "react";
import type { DraftContent } from "#app/ports/index.ts";
import type { TicketChoices } from "#app/services/drafts/ticket-lines.ts";
import type { Draft } from "./use-draft.ts";

type Composed = { body: string; bodyHash: string; choices: TicketChoices };
/** What the hand-over answers when a choice had changed the text that was shown. */
export type ChangedText = Composed & { own: boolean };

const isSame = (a: TicketChoices, b: Pick<DraftContent, "wantedOn" | "claimRefund">) =>
  a.wantedOn === b.wantedOn && a.claimRefund === b.claimRefund;

/**
 * Settled's text as it stands on screen, with the choices it follows. The answer of the hand-over comes before the
 * loader's text, which follows what was saved. A text of the merchant's own gets the day it lacked, once an answer.
 */
export function useShownText(loaded: Composed, changed: ChangedText | null, savedDraft: Draft): Composed {
  const { content, write } = savedDraft;
  const done = useRef<ChangedText | null>(null);
  useEffect(() => {
    if (!changed || changed.own || done.current === changed) return;
    done.current = changed;
    write({ body: changed.body });
  });
  return changed?.own && isSame(changed.choices, content) ? changed : loaded;
}
