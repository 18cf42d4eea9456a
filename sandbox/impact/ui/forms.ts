import type { Request } from "express";
import { z } from "zod";
import { CATEGORIES } from "#sandbox/impact/state/categories.ts";
import { faultSchema } from "#sandbox/impact/state/faults.ts";

const texts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

const chosenSchema = z.object({ id: texts, all: z.string().optional(), shown: z.string().default("") });

/** The ids ticked in a list, or all of the page when "select all" is ticked. */
export function chosenIds(request: Request): string[] {
  const form = chosenSchema.parse(request.body ?? {});
  return form.all === undefined ? form.id : form.shown.split(" ").filter((id) => id !== "");
}

/** The "Expire contracts" form; a missing or broken day gives null. */
export function expiryOf(request: Request): { endsOn: string; withdrawSwitches: boolean } | null {
  const form = z.object({ endsOn: z.iso.date(), withdraw: z.string().optional() }).safeParse(request.body);
  return form.success
    ? { endsOn: form.data.endsOn, withdrawSwitches: form.data.withdraw !== undefined }
    : null;
}

/** The "API access" form: categories without a tick are withheld. */
export function tokenOf(request: Request): { disabled: boolean; withheld: (typeof CATEGORIES)[number][] } {
  const form = z.object({ scope: texts, disabled: z.string().optional() }).parse(request.body ?? {});
  return {
    disabled: form.disabled !== undefined,
    withheld: CATEGORIES.filter((category) => !form.scope.includes(category)),
  };
}

/** A fault asked for by form or JSON; null when a word is unknown. */
export function faultOf(request: Request): z.output<typeof faultSchema> | null {
  const { kind, category = "all" } = (request.body ?? {}) as Record<string, unknown>;
  const fault = faultSchema.safeParse({ kind, category });
  return fault.success ? fault.data : null;
}
