import { STATED_MOVES, type StatedMove } from "#app/services/requests/save-move.server.ts";

type MoveForm = { trigger: StatedMove | null; evidence: Record<string, string>; seen?: number };

/** What the merchant says happened; no trigger when none was chosen. Line ends as a history wants them. */
export function readMoveForm(data: FormData): MoveForm {
  const text = (name: string) =>
    String(data.get(name) ?? "")
      .replace(/\r\n/g, "\n")
      .trim();
  const evidence = Object.fromEntries(
    ["ticketNumber", "proof", "statement"]
      .map((name) => [name, text(name)])
      .filter(([, value]) => value !== ""),
  );
  const seen = /^\d{1,6}$/.test(text("seen")) ? { seen: Number(text("seen")) } : {};
  return { trigger: STATED_MOVES.find((each) => each === text("trigger")) ?? null, evidence, ...seen };
}
