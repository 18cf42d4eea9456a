import { useEffect, useRef, useState } from "react";
import { postForm } from "#app/components/page/post-form.ts";
import { useReload } from "#app/components/page/reload.tsx";
import type { TicketFinding } from "#app/domain/request/ticket-lint.ts";
import type { DraftContent } from "#app/ports/index.ts";
import type { DraftAnswer } from "#app/services/drafts/draft-answer.ts";
import { differences } from "#app/services/drafts/draft-content.ts";
import type { DraftView } from "#app/services/drafts/show-draft.server.ts";

/** How long somebody pauses before what they entered is saved. */
const PAUSE_MS = 800;

export type DraftStatus = "idle" | "saving" | "failed" | "refused" | "changed" | "too-many";

/**
 * A draft at work: every change is saved on the server soon after it was made, one save after another. While two
 * versions wait for a choice nothing is saved, so that none of them changes under the reader.
 */
export function useDraft(initial: DraftView) {
  const [savedDraft, setDraft] = useState(initial);
  const [content, setContent] = useState(initial.content);
  const [status, setStatus] = useState<DraftStatus>("idle");
  const [findings, setFindings] = useState<TicketFinding[]>([]);
  const now = useRef({
    content,
    saved: initial.content,
    /** True after a save without an answer: it may have arrived, so that even going back must be saved. */
    unsure: false,
    savedDraft: initial,
    key: "",
    keyOf: initial.content,
  });
  const reload = useReload();
  const running = useRef<Promise<boolean> | null>(null);

  const show = (next: DraftView) => {
    now.current.savedDraft = next;
    setDraft(next);
  };
  const write = (change: Partial<DraftContent>) => {
    now.current.content = { ...now.current.content, ...change };
    setContent(now.current.content);
  };

  async function saveAll(): Promise<boolean> {
    const { current } = now;
    while (!isSaved(current, current.content)) {
      if (current.savedDraft.conflict) return false;
      const { content: wanted } = current;
      // A save that is repeated keeps its key, because its answer may have got lost.
      if (current.keyOf !== wanted || current.key === "") current.key = crypto.randomUUID();
      current.keyOf = wanted;
      setStatus("saving");
      const answer = await send({
        ...asFields(wanted),
        saveKey: current.key,
        seen: current.savedDraft.version,
      });
      if (answer?.result.outcome !== "saved") {
        setFindings(answer?.result.outcome === "refused" ? answer.result.findings : []);
        setStatus(statusAfter(answer));
        if (answer?.result.outcome === "conflict") show(answer.savedDraft);
        current.unsure ||= answer === null;
        // What was entered in the meantime has waited for this answer.
        if (answer === null && current.content !== wanted) continue;
        return false;
      }
      current.saved = wanted;
      current.unsure = false;
      setFindings([]);
      setStatus("idle");
      // Somebody may have saved on top since: what was seen is our own version, not theirs.
      show({ ...answer.savedDraft, version: answer.result.version });
      // The app's own text follows the choices.
      reload();
    }
    return true;
  }
  const save = (): Promise<boolean> => {
    running.current ??= saveAll().finally(() => {
      running.current = null;
    });
    return running.current;
  };
  const choose = async (asideId: string, take: "aside" | "current") => {
    const before = now.current.content;
    setStatus("saving");
    const answer = await send({ intent: "choose", asideId, take, seen: now.current.savedDraft.version });
    if (!answer) return setStatus("failed");
    show(answer.savedDraft);
    if (answer.result.outcome !== "chosen") return setStatus("changed");
    // What was entered while the answer was on its way stays.
    const entered = differences(before, now.current.content).map((field) => [
      field,
      now.current.content[field],
    ]);
    now.current.saved = answer.savedDraft.content;
    write({ ...answer.savedDraft.content, ...Object.fromEntries(entered) });
    setStatus("idle");
  };

  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (isSaved(now.current, content)) return;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content]);
  // Whoever leaves by another way within the pause loses nothing either.
  useEffect(() => () => void latest.current(), []);
  return { savedDraft, content, status, findings, write, save, choose };
}

export type Draft = ReturnType<typeof useDraft>;

/** How a save that did not simply go through is shown. */
function statusAfter(answer: DraftAnswer | null): DraftStatus {
  const outcome = answer?.result.outcome ?? "failed";
  return outcome === "failed" || outcome === "refused" || outcome === "too-many" ? outcome : "idle";
}

const isSaved = ({ saved, unsure }: { saved: DraftContent; unsure: boolean }, content: DraftContent) =>
  !unsure && differences(saved, content).length === 0;

const send = (fields: Record<string, string | number>): Promise<DraftAnswer | null> =>
  postForm(
    "/app/close/draft",
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  );

/** Texts that are the app's own are left out. */
function asFields({ subject, body, reason, wantedOn, claimRefund, byHand }: DraftContent) {
  return {
    intent: "save",
    ...(subject !== null && { subject }),
    ...(body !== null && { body }),
    reason: reason ?? "",
    wantedOn: wantedOn ?? "",
    leaveOutRefund: claimRefund ? "no" : "yes",
    byHand: byHand ? "yes" : "no",
  };
}
