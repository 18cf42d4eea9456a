import { parseDecimal } from "#app/domain/index.ts";
import type { Surfaces } from "./surfaces.ts";

/** What two places must agree on; each finding is one sentence that is not true. */
export type Rule = (surfaces: Surfaces) => (string | false)[];

export const minor = (decimal: string | null | undefined): number => {
  const read = parseDecimal((decimal ?? "0").replace(/^-/, ""), "USD");
  if (read.outcome !== "read") throw new Error(`${decimal} is no amount`);
  return decimal?.startsWith("-") ? -read.minor : read.minor;
};

/** The sentence, unless it is so. */
export const holds = (is: boolean, sentence: string): string | false => !is && sentence;
