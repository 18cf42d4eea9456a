import "./one-sentence.ts";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, buildSchema } from "graphql";
import { operationsIn, problemsOf, sliceOf, typesOf } from "./admin-schema.ts";
import { BadInput } from "./bad-input.ts";
import { ROOT } from "./prepare.ts";

const [file] = process.argv.slice(2);
if (!file)
  throw new BadInput(
    "Give Shopify's schema: npm run admin:types -- admin_2026-10.json.gz (from the package @shopify/dev-mcp, in dist/data)",
  );
const bytes = readFileSync(file);
const answer = JSON.parse(String(file.endsWith(".gz") ? gunzipSync(bytes) : bytes));
const schema = buildClientSchema(answer.data ?? answer);
const operations = operationsIn(path.join(ROOT, "app/adapters/shopify"));
const problems = problemsOf(schema, operations);
if (problems.length > 0) throw new BadInput(problems.join("\n"));
const slice = sliceOf(schema, operations);
writeFileSync(path.join(ROOT, "schemas/shopify-admin.graphql"), slice);
writeFileSync(
  path.join(ROOT, "app/adapters/shopify/admin-operations.d.ts"),
  typesOf(buildSchema(slice), operations),
);
console.log(
  `${operations.length} operations hold by ${path.basename(file)}; the part they touch and their types are written.`,
);
