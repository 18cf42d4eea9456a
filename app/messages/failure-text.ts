import type { ReadFailure } from "#app/ports/index.ts";
import type { Translator } from "./translator.ts";

/** Why impact.com could not be read, in plain words: one message for each cause, never a status code. */
export function failureText(failure: ReadFailure, { t, instant }: Translator, timeZone: string): string {
  switch (failure.outcome) {
    case "unauthorized":
      return t("failure.unauthorized");
    case "forbidden":
      return t("failure.forbidden", { resource: t(`resource.${failure.resource}`) });
    case "rate-limited":
      return failure.retryAt === null
        ? t("failure.rate-limited")
        : t("failure.rate-limitedUntil", { when: instant(failure.retryAt, timeZone) });
    case "unavailable":
      return t(`failure.${failure.reason}`);
    case "unexpected-answer":
      return t("failure.unexpected-answer", {
        resource: t(`resource.${failure.resource}`),
        field: failure.field,
      });
    case "unsupported-currency":
      return t("failure.unsupported-currency", { currency: failure.currency });
    case "mixed-currencies":
      return t("failure.mixed-currencies", { expected: failure.expected, found: failure.found });
  }
}
