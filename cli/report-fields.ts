/** A field of a report that has been put into words; undefined when it is not there. */
export function field(report: unknown, name: string): unknown {
  return typeof report === "object" && report !== null
    ? Object.entries(report).find(([key]) => key === name)?.[1]
    : undefined;
}

export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
