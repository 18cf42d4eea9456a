import type { Temporal } from "temporal-polyfill";
import { type Account, closureReport, RULES_VERSION, rulesChangedSince } from "#app/domain/index.ts";

/** A figure of a pack that today's reading of the rules gives otherwise. */
type Difference = { figure: string; packed: unknown; today: unknown };

/**
 * `altered`: the pack says that today's rules made its figures, and they do not. `other-rules`: it was made by another
 * reading of the rules, whose figures only the script inside the pack works out again.
 */
export type PackedFigures =
  | { outcome: "reproduced" }
  | { outcome: "altered" }
  | { outcome: "unreadable" }
  | { outcome: "other-rules"; changed: string[]; differences: Difference[] };

/** The closing report of a pack beside the one made anew from its account file. */
export function compareFigures(
  packed: string,
  { account, on, rules }: { account: Account; on: Temporal.PlainDate; rules: string | null },
): PackedFigures {
  const again = closureReport(account, { on });
  if (`${JSON.stringify(again, null, 2)}\n` === packed) return { outcome: "reproduced" };
  if (rules === RULES_VERSION) return { outcome: "altered" };
  const read = readReport(packed);
  if (read === null) return { outcome: "unreadable" };
  const differences = differ(read, JSON.parse(JSON.stringify(again)), "");
  return { outcome: "other-rules", changed: rulesChangedSince(rules), differences };
}

function readReport(text: string): Record<string, unknown> | null {
  try {
    const report: unknown = JSON.parse(text);
    return isObject(report) && !Array.isArray(report) ? report : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The leaves of two reports that are not the same, each by its path. */
function differ(packed: unknown, today: unknown, path: string): Difference[] {
  if (!isObject(packed) || !isObject(today))
    return packed === today ? [] : [{ figure: path, packed: packed ?? null, today: today ?? null }];
  const keys = [...new Set([...Object.keys(packed), ...Object.keys(today)])];
  return keys.flatMap((key) => differ(packed[key], today[key], path === "" ? key : `${path}.${key}`));
}
