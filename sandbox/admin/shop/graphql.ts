import { z } from "zod";
import type { Store } from "../stores.ts";
import type { Answer } from "./oauth.ts";
import { readOperation } from "./query.ts";
import { mutationRoot, queryRoot, type ShopActions } from "./schema.ts";
import { select, unknownFields } from "./select.ts";

const request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

const problem = (message: string): Answer => ({ status: 200, body: { errors: [{ message }] } });

/** `POST /admin/api/:version/graphql.json` of an authenticated app. GraphQL errors come with status 200. */
export function answerGraphql(body: unknown, store: Store, actions: ShopActions): Answer {
  const parsed = request.safeParse(body);
  if (!parsed.success)
    return { status: 400, body: { errors: { query: "Required parameter missing or invalid" } } };
  let operation: ReturnType<typeof readOperation>;
  try {
    operation = readOperation(parsed.data.query, parsed.data.variables ?? {});
  } catch (cause) {
    if (cause instanceof SyntaxError) return problem(`Parse error: ${cause.message}`);
    throw cause;
  }
  const root = operation.kind === "query" ? queryRoot(store) : mutationRoot(actions);
  const errors = unknownFields(root, operation.fields, [operation.kind]);
  if (errors.length > 0) return { status: 200, body: { errors } };
  return { status: 200, body: { data: select(root, operation.fields) } };
}
