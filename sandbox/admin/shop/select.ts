import type { Field } from "./query.ts";

/** An object of the sandbox's small schema. A function is a field that takes arguments. */
export interface Node {
  readonly type: string;
  readonly fields: Readonly<Record<string, Value | ((args: Readonly<Record<string, unknown>>) => Value)>>;
}
type Value = string | number | boolean | null | Node | readonly Node[];

export interface GraphqlError {
  readonly message: string;
  readonly path: readonly string[];
  readonly extensions: {
    readonly code: "undefinedField";
    readonly typeName: string;
    readonly fieldName: string;
  };
}

const isList = (value: Value): value is readonly Node[] => Array.isArray(value);

/** Every selected field that the schema lacks, in the words Shopify uses. */
export function unknownFields(node: Node, fields: readonly Field[], path: readonly string[]): GraphqlError[] {
  return fields.flatMap((field): GraphqlError[] => {
    const at = [...path, field.key];
    const found = field.name === "__typename" ? node.type : node.fields[field.name];
    if (found === undefined) {
      return [
        {
          message: `Field '${field.name}' doesn't exist on type '${node.type}'`,
          path: at,
          extensions: { code: "undefinedField", typeName: node.type, fieldName: field.name },
        },
      ];
    }
    if (typeof found === "function") return [];
    const child = isList(found) ? found[0] : found;
    return child !== null && typeof child === "object" ? unknownFields(child, field.fields, at) : [];
  });
}

/** The answer of a selection, with the keys the caller asked for. */
export function select(node: Node, fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.name === "__typename") return [field.key, node.type];
      const found = node.fields[field.name] ?? null;
      const value = typeof found === "function" ? found(field.args) : found;
      if (isList(value)) return [field.key, value.map((item) => select(item, field.fields))];
      return [field.key, value !== null && typeof value === "object" ? select(value, field.fields) : value];
    }),
  );
}
