import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { z } from "zod";

const FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../extensions");

/** One extension a file; its settings stand beside it. */
const extensionFile = z.object({
  extensions: z.tuple([z.object({ type: z.string(), handle: z.string() })]),
  settings: z.object({ fields: z.array(z.object({ type: z.string(), key: z.string() })) }),
});

/** Field types by key for each trigger the app has in `extensions`, as after a deploy. */
const declared: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(path.join(FOLDER, name, "shopify.extension.toml"), "utf8"))
    .map((text) => extensionFile.parse(parse(text)))
    .filter(({ extensions: [{ type }] }) => type === "flow_trigger")
    .map(({ extensions: [{ handle }], settings }) => [
      handle,
      new Map(settings.fields.map(({ key, type }) => [key, type])),
    ]),
);

/** Why Shopify would not take the trigger; null when it would. */
export function triggerProblem(
  handle: string,
  payload: unknown,
): { field: "handle" | "payload"; message: string } | null {
  const fields = declared.get(handle);
  if (!fields) return { field: "handle", message: `Invalid handle '${handle}'.` };
  const given = z.record(z.string(), z.unknown()).safeParse(payload);
  if (!given.success) return { field: "payload", message: "The payload must be an object." };
  for (const [key, value] of Object.entries(given.data)) {
    const type = fields.get(key);
    if (!type) return { field: "payload", message: `Unknown property '${key}'.` };
    const fits = typeof value === (type === "number_decimal" ? "number" : "string");
    if (!fits) return { field: "payload", message: `Property '${key}' is no ${type}.` };
  }
  return null;
}
