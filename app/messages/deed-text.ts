import type { StoreEventKind } from "#app/ports/index.ts";
import type { Translator } from "./translator.ts";

const CHOICES = {
  "remind-before-fees": "choices.remindBeforeFees",
  "keep-watching": "choices.keepWatching",
  "alerts-by-mail": "alerts.byMail",
} as const;

/** What was done, as the history in Setup and the mail about it say it. */
export function deedText(
  { kind, detail }: { kind: StoreEventKind; detail: Record<string, string> },
  t: Translator["t"],
): string {
  switch (kind) {
    case "connected":
    case "disconnected":
      return t(`history.${kind}`, { account: detail.account ?? "" });
    case "choice-given":
    case "choice-withdrawn": {
      const id = Object.entries(CHOICES).find(([name]) => name === detail.choice)?.[1];
      return t(`history.${kind}`, { choice: id ? t(id) : "" });
    }
    case "told-by-link":
      return t("history.told-by-link", { what: detail.what ?? "answers" });
    default:
      return t(`history.${kind}`);
  }
}

/** Who did it: by name where Shopify gave one, or that nobody knows more than that a link was used. */
export const doneByText = (
  { by, name }: { by: "link" | "staff"; name: string | null },
  t: Translator["t"],
): string => {
  if (by === "link") return t("history.by.link");
  return name === null ? t("history.by.staff") : t("history.by.name", { name });
};
