import type { z } from "zod";
import type { ImpactResource, ReadFailure } from "#app/ports/impact.ts";

/** What stands in `field` when the answer as a whole is a refusal rather than one field being wrong. */
export const REFUSED_WITH_400 = "HTTP 400";
export const REFUSED_IN_BODY = "Status";
export const TOO_LARGE = "size";
export const TOO_MANY_PAGES = "@numpages (too many)";

export function unexpectedAnswer(resource: ImpactResource, field: string): ReadFailure {
  return { outcome: "unexpected-answer", resource, field };
}

/** Names the first field a schema missed. */
export function unexpectedField(resource: ImpactResource, error: z.ZodError): ReadFailure {
  const field = fieldOf(error.issues[0]?.path ?? []);
  return unexpectedAnswer(resource, field || "body");
}

/** A path in an answer in words, list positions left out: "LineItems[].DueDate". */
export function fieldOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? "[]" : `.${String(part)}`)).join("");
  return text.replace(/^\./, "");
}

/**
 * Whether an answer came whose fields are not the ones we know. A refusal is none, nor a list that changed while it was
 * read.
 */
export function isOtherForm({ field }: { field: string }): boolean {
  return !field.startsWith("HTTP ") && !field.startsWith("@") && field !== REFUSED_IN_BODY;
}

/**
 * Whether asking for less could help. The API refuses lists over ten pages without saying how it words the refusal
 * (domain.md 6.2), so every refusal of the whole request counts.
 */
export function mayBeTooWide(failure: ReadFailure): boolean {
  return (
    failure.outcome === "unexpected-answer" &&
    [REFUSED_WITH_400, REFUSED_IN_BODY, TOO_MANY_PAGES].includes(failure.field)
  );
}
