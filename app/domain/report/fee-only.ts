import type { PreviewReport } from "./preview-json.ts";

/** Without balance or actions nobody knows what the card pays: all that is known is the fee. */
export const isFeeOnly = ({ because }: NonNullable<PreviewReport["nextCardCharge"]>): boolean =>
  because.id === "core.preview.charge.balance-unknown";
