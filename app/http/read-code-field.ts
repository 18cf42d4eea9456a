import type { ProofProblem } from "#app/services/exit/prove-visit.server.ts";

/** The code as it was typed; the button that asks for a new one gives none, whatever stands in the field. */
export const readCodeField = (data: FormData): string =>
  data.get("intent") === "code" ? "" : String(data.get("code") ?? "");

/** Whether what was wanted needs the code first. */
export const isCodeProblem = (result: unknown): result is ProofProblem =>
  typeof result === "object" &&
  result !== null &&
  "outcome" in result &&
  String(result.outcome).startsWith("code-");
