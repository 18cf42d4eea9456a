/** Keys by which an entry of a list can be named instead of its position: months.2026-07.fee.low. */
const NAMES = ["date", "month", "edition", "key", "item"];

/** Follows a dotted path through a report; undefined when it leads nowhere. */
export function lookUp(report: unknown, path: readonly string[]): unknown {
  return path.reduce(step, report);
}

function step(value: unknown, part: string): unknown {
  if (Array.isArray(value))
    return /^\d+$/.test(part) ? value[Number(part)] : value.find((entry) => isNamed(entry, part));
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

function isNamed(entry: unknown, name: string): boolean {
  return isRecord(entry) && NAMES.some((key) => entry[key] === name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
