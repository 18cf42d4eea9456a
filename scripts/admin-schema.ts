import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  printType,
  type SelectionSetNode,
  TypeInfo,
  type TypeNode,
  typeFromAST,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { BadInput } from "./bad-input.ts";

/** A query or mutation of Shopify's Admin API, as it stands in the code behind `#graphql`. */
export type AdminOperation = { source: string; document: DocumentNode; node: OperationDefinitionNode };

const OPERATION = /`(#graphql[^`]*)`/g;

/** Every operation in the adapters of Shopify. */
export function operationsIn(folder: string): AdminOperation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort()
    .flatMap((name) => [...readFileSync(path.join(folder, name), "utf8").matchAll(OPERATION)])
    .map(([, source = ""]) => {
      const document = parse(source);
      const node = document.definitions.find((each) => each.kind === "OperationDefinition");
      if (!node) throw new BadInput("A text behind #graphql holds no operation.");
      return { source, document, node };
    });
}

/** What is wrong with the operations by this schema, one sentence each. */
export const problemsOf = (schema: GraphQLSchema, operations: AdminOperation[]): string[] =>
  operations.flatMap(({ document, node }) =>
    validate(schema, document).map(({ message }) => `${node.name?.value}: ${message}`),
  );

/** The part of the schema that the operations touch, in the schema language: small enough to be read and kept. */
export function sliceOf(schema: GraphQLSchema, operations: AdminOperation[]): string {
  const used = new Map<string, Set<string>>();
  const leaves = new Set<string>();
  const info = new TypeInfo(schema);
  for (const { document } of operations)
    visit(
      document,
      visitWithTypeInfo(info, {
        enter: ({ kind }) => {
          if (kind !== "Field") return;
          const [parent, field] = [info.getParentType(), info.getFieldDef()];
          if (!parent || !field) return;
          used.set(parent.name, (used.get(parent.name) ?? new Set()).add(field.name));
          for (const { type } of [field, ...field.args]) leaves.add(getNamedType(type).name);
        },
      }),
    );
  const objects = [...used].sort().map(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new BadInput(`${name} is no object type; the slice has no rule for it.`);
    const lines = [...fields].sort().map((field) => lineOf(type.getFields()[field]));
    return `type ${name} {\n${lines.join("\n")}\n}`;
  });
  const others = [...leaves]
    .filter((name) => !used.has(name) && !BUILT_IN.includes(name))
    .sort()
    .map((name) =>
      printType(schema.getType(name) ?? missing(name))
        .replace(/"""[\s\S]*?"""\n */g, "")
        .replace(/\n{2,}/g, "\n"),
    );
  const [query, mutation] = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  const roots = [
    ["query", query],
    ["mutation", mutation],
  ].flatMap(([root, name]) => (name && used.has(name) ? [`  ${root}: ${name}`] : []));
  return `${[`schema {\n${roots.join("\n")}\n}`, ...objects, ...others].join("\n\n")}\n`;
}

const BUILT_IN = ["String", "Int", "Float", "Boolean", "ID"];
const missing = (name: string): never => {
  throw new BadInput(`The schema has no type ${name}.`);
};

type Field = { name: string; type: GraphQLOutputType; args: readonly { name: string; type: unknown }[] };
function lineOf(field: Field | undefined): string {
  if (!field) return missing("of a field");
  const args = field.args.map(({ name, type }) => `${name}: ${type}`).join(", ");
  return `  ${field.name}${args ? `(${args})` : ""}: ${field.type}`;
}

const SCALARS: Record<string, string> = {
  ID: "string",
  String: "string",
  Boolean: "boolean",
  Int: "number",
  Float: "number",
  JSON: "unknown",
};

/**
 * Types for what the operations send and get, as declarations that Shopify's own clients look their operations up in.
 * Scalars come as texts, unless they are listed above; of an enum any text, because Shopify adds to them.
 */
export function typesOf(schema: GraphQLSchema, operations: AdminOperation[]): string {
  const sections = (["query", "mutation"] as const).map((kind) => {
    const own = operations.filter(({ node }) => node.operation === kind);
    const entries = own.map(({ source, node }) => {
      const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
      const result = root ? bareShape(root, node.selectionSet) : missing(kind);
      return `    ${JSON.stringify(source)}: { return: ${result}; variables: ${variablesOf(schema, node)} };`;
    });
    return `  interface Admin${kind === "query" ? "Queries" : "Mutations"} {\n${entries.join("\n")}\n  }`;
  });
  return `// Made by npm run admin:types; do not edit.\nimport "@shopify/admin-api-client";\n\ndeclare module "@shopify/admin-api-client" {\n${sections.join("\n")}\n}\n`;
}

function shapeOf(type: GraphQLOutputType, selections: SelectionSetNode | undefined): string {
  if (isNonNullType(type)) return bareShape(type.ofType, selections);
  return `${bareShape(type, selections)} | null`;
}

function bareShape(type: GraphQLOutputType, selections: SelectionSetNode | undefined): string {
  if (isListType(type)) {
    const item = shapeOf(type.ofType, selections);
    return isNonNullType(type.ofType) ? `${item}[]` : `(${item})[]`;
  }
  if (isLeafType(type)) return SCALARS[type.name] ?? "string";
  if (!isObjectType(type) || !selections) throw new BadInput(`${type} cannot be typed here.`);
  const fields = selections.selections.map((each) => {
    if (each.kind !== "Field") throw new BadInput("Fragments cannot be typed here.");
    const field = type.getFields()[each.name.value] ?? missing(each.name.value);
    return `${each.alias?.value ?? each.name.value}: ${shapeOf(field.type, each.selectionSet)}`;
  });
  return `{ ${fields.join("; ")} }`;
}

function variablesOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): string {
  const fields = variableDefinitions.map(({ variable, type }) => {
    const known = typeFromAST(schema, type as TypeNode as never);
    if (!known || !isLeafType(getNamedType(known)))
      throw new BadInput(`$${variable.name.value} cannot be typed here.`);
    const plain = SCALARS[getNamedType(known).name] ?? "string";
    return type.kind === "NonNullType"
      ? `${variable.name.value}: ${plain}`
      : `${variable.name.value}?: ${plain} | null`;
  });
  return fields.length === 0 ? "Record<string, never>" : `{ ${fields.join("; ")} }`;
}
