import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { operationsIn, problemsOf, sliceOf, typesOf } from "#scripts/admin-schema.ts";

const SLICE = readFileSync("schemas/shopify-admin.graphql", "utf8");
const operations = operationsIn("app/adapters/shopify");

describe("the queries to Shopify's Admin API", () => {
  it("hold by the part of Shopify's schema that is kept, and their types were made from them", () => {
    const schema = buildSchema(SLICE);
    expect(operations.map(({ node }) => node.name?.value)).toEqual([
      "SettledFlowTrigger",
      "SettledShopProfile",
    ]);
    expect(problemsOf(schema, operations)).toEqual([]);
    expect(sliceOf(schema, operations)).toBe(SLICE);
    const made = typesOf(schema, operations).replaceAll(/[\s;,"]+/g, "");
    const kept = readFileSync("app/adapters/shopify/admin-operations.d.ts", "utf8");
    expect(kept.replaceAll(/[\s;,"]+/g, "")).toBe(made);
  });

  it("are found out when they ask for what the schema does not have", () => {
    const schema = buildSchema(SLICE.replace("  ianaTimezone: String!\n", ""));
    expect(problemsOf(schema, operations)).toEqual([
      'SettledShopProfile: Cannot query field "ianaTimezone" on type "Shop".',
    ]);
  });
});
