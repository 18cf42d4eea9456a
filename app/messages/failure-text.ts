import type { ImpactResource, ReadFailure } from "#app/ports/index.ts";
import type { Translator } from "./translator.ts";

/**
 * Why impact.com could not be read, in plain words: one message for each cause, never a status code. `resources` are all
 * lists it is so with, where they are more than the one the failure names.
 */
export function failureText(
  failure: ReadFailure,
  { t, list, instant }: Translator,
  timeZone: string,
  resources: readonly ImpactResource[] = [],
): string {
  const named = (own: ImpactResource) =>
    list((resources.length > 0 ? resources : [own]).map((each) => t(`resource.${each}`)));
  switch (failure.outcome) {
    case "unauthorized":
      return t("failure.unauthorized");
    case "forbidden":
      return t("failure.forbidden", { resource: named(failure.resource) });
    case "rate-limited":
      return failure.retryAt === null
        ? t("failure.rate-limited")
        : t("failure.rate-limitedUntil", { when: instant(failure.retryAt, timeZone) });
    case "unavailable":
      return t(`failure.${failure.reason}`);
    case "unexpected-answer":
      return t(`failure.${whatWasWrong(failure.field)}`, { resource: named(failure.resource) });
    case "unsupported-currency":
      return t("failure.unsupported-currency", { currency: failure.currency });
    case "mixed-currencies":
      return t("failure.mixed-currencies", { expected: failure.expected, found: failure.found });
  }
}

/** The field itself is for the operator, who is told of it; a merchant is told what it means. */
function whatWasWrong(field: string): "refused" | "listChanged" | "otherForm" {
  if (field.startsWith("HTTP ") || field === "Status" || field === "@numpages (too many)") return "refused";
  return field.startsWith("@") || field.endsWith("[].Id") ? "listChanged" : "otherForm";
}

/** When it is tried again, where nobody has to do anything for it and the reason does not say; else null. */
export function nextTryText(
  failure: ReadFailure,
  nextTryAt: string,
  { t, instant }: Translator,
  timeZone: string,
): string | null {
  if (failure.outcome !== "unavailable" && failure.outcome !== "unexpected-answer") return null;
  const how = failure.outcome === "unavailable" ? "itself" : "look";
  return t("failure.nextTry", { how, when: instant(nextTryAt, timeZone) });
}
