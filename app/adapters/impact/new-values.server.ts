import { repeatable } from "#app/domain/index.ts";
import type { Oddity } from "#app/ports/alarm.ts";
import type { ImpactResource } from "#app/ports/impact.ts";
import { KNOWN_VALUES } from "./known-values.server.ts";

/**
 * Values in an answer that are not on the list the app knows, each once. Rows with them are read as the careful value;
 * this says that there is something to learn (experience.md P7).
 */
export function newValues(resource: ImpactResource, answer: unknown): Oddity[] {
  return Object.entries(KNOWN_VALUES[resource]).flatMap(([field, isKnown]) => {
    const values = new Set(textsAt(answer, field.split(".")));
    const unknown = [...values].filter((value) => value !== "" && !isKnown(value));
    const shown = new Set(unknown.map(repeatable));
    return [...shown].map((value): Oddity => ({ resource, field, value }));
  });
}

/** The texts at a path such as "Invoices[].LineItems[].Status"; none where the answer has another form. */
function textsAt(value: unknown, [step, ...rest]: string[]): string[] {
  if (step === undefined) return typeof value === "string" ? [value] : [];
  const name = step.replace("[]", "");
  const inside = name === "" ? value : propertyOf(value, name);
  if (!step.endsWith("[]")) return textsAt(inside, rest);
  return Array.isArray(inside) ? inside.flatMap((each) => textsAt(each, rest)) : [];
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
