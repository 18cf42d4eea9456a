import type { Translator } from "./translator.ts";

/** Who a step of a request is by: a name where one is known, and plainly a link where it was one. */
export const byText = (
  { by, name }: { by: "settled" | "link" | "merchant"; name: string | null },
  t: Translator["t"],
): string => (by === "merchant" && name !== null ? t("history.by.name", { name }) : t(`receipt.by.${by}`));
