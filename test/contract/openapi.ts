import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { OWN_WORDS } from "./own-words.ts";

/** Where impact.com's published specifications lie; they are not part of this repository. */
export const SPECS = path.resolve(process.env.IMPACT_OPENAPI ?? "../shared/impact-openapi");
const HAS_SPECS = existsSync(SPECS);

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: z.record(z.string(), z.unknown()).optional(),
});
const operation = z.object({
  parameters: z.array(parameter).optional(),
  responses: z.record(
    z.string(),
    z.object({
      content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).optional(),
    }),
  ),
});
const document = z.object({
  paths: z.record(z.string(), z.object({ get: operation.optional() })),
  components: z.object({ schemas: z.record(z.string(), z.unknown()).optional() }).optional(),
});

export type Operation = {
  /** `/Advertisers/{AccountSID}/Actions` as a pattern. */
  pattern: RegExp;
  template: string;
  /** Documented query parameters; each takes the text of a query string. */
  query: Map<string, z.ZodType>;
  required: string[];
  /** Shape of a 200 answer. */
  answer: z.ZodType;
};

/** The GET operations of every specification of one kind of account. */
function operationsFor(kind: "brand" | "partner" | "agency"): Operation[] {
  return readdirSync(SPECS)
    .filter((name) => name.startsWith(`${kind}-`))
    .flatMap((name) => operationsOf(document.parse(parse(readFileSync(path.join(SPECS, name), "utf8")))));
}

function operationsOf({ paths, components }: z.infer<typeof document>): Operation[] {
  const definitions = components?.schemas ?? {};
  return Object.entries(paths).flatMap(([template, { get }]) => {
    const answer = get?.responses["200"]?.content?.["application/json"]?.schema;
    if (!get || !answer) return [];
    const query = (get.parameters ?? []).filter((each) => each.in === "query");
    return [
      {
        template,
        pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
        query: new Map(query.map(({ name, schema }) => [name, schemaOf(textual(schema ?? {}), definitions)])),
        required: query.filter((each) => each.required).map(({ name }) => name),
        answer: schemaOf(answer, definitions),
      },
    ];
  });
}

/**
 * `format` is left out: the specifications call values dates that their own examples leave empty. What remains are
 * types, enumerations and required fields.
 */
function schemaOf(schema: unknown, definitions: Record<string, unknown>): z.ZodType {
  const local = JSON.stringify({ ...Object(schema), $defs: definitions }, (key, value: unknown) =>
    key === "format" && typeof value === "string" ? undefined : value,
  ).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(local));
}

/** A query string holds text: numbers and booleans are judged by how they are written. */
function textual(schema: Record<string, unknown>): Record<string, unknown> {
  if (schema.type === "integer") return { type: "string", pattern: "^-?\\d+$" };
  return schema.type === "boolean" ? { type: "string", enum: ["true", "false"] } : schema;
}

/** The operation an address belongs to; throws when no specification has it. */
export function operationOf(operations: Operation[], { pathname }: URL): Operation {
  const path = pathname.replace("/impact-api", "");
  const found = operations.find(({ pattern }) => pattern.test(path));
  if (!found) throw new Error(`${path} is in no specification.`);
  return found;
}

/** What the contract is tested against: always our own words, and impact.com's documents where they lie at hand. */
export const CONTRACTS = HAS_SPECS
  ? (["our own words", "impact.com's documents"] as const)
  : (["our own words"] as const);

/** The operations of one kind of account by one of the contracts. */
export const operationsBy = (
  contract: (typeof CONTRACTS)[number] | "impact.com's documents",
  kind: keyof typeof OWN_WORDS,
): Operation[] => (contract === "our own words" ? OWN_WORDS[kind] : operationsFor(kind));
