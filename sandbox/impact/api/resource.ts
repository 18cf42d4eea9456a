import type { AccountView } from "#sandbox/impact/derive/view.ts";
import type { Category } from "#sandbox/impact/state/categories.ts";
import type { FaultKind } from "#sandbox/impact/state/faults.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export interface ApiRequest {
  view: AccountView;
  /** Path parameters other than the account's SID. */
  params: Readonly<Record<string, string | undefined>>;
  query: URLSearchParams;
  /** `/Advertisers/{SID}`, or what another kind of account has there: all links in answers are relative to the API's base URL. */
  base: string;
  fault: FaultKind | null;
}

export interface FieldError {
  Field: string;
  Message: string;
}

export interface PageRules {
  defaultSize: number;
  minSize: number;
  /** More pages than this are an error; null = no limit. */
  maxPages: number | null;
}

export type Answer =
  | { kind: "object"; name: string; body: JsonObject }
  | {
      kind: "list";
      /** Name of the list and of one element (for XML). */
      name: string;
      item: string;
      total: number;
      rules: PageRules;
      /** Rows `from` (inclusive) to `to` (exclusive) as the API shows them. */
      rows: (from: number, to: number) => JsonObject[];
    }
  /** A list without paging fields, as the Agency API documents it. */
  | { kind: "bare-list"; name: string; item: string; rows: readonly JsonObject[] }
  /** A file instead of data; the same in every format asked for. */
  | { kind: "file"; type: string; bytes: Uint8Array }
  | { kind: "error"; status: 400 | 404; message: string; errors?: readonly FieldError[] };

/** One endpoint: its path below the account's, the token category it needs, and its answer. */
export interface Resource {
  path: string;
  category: Category;
  answer(request: ApiRequest): Answer;
}

export const notFound = (what: string): Answer => ({
  kind: "error",
  status: 404,
  message: `${what} not found.`,
});

export const badRequest = (field: string, message: string): Answer => ({
  kind: "error",
  status: 400,
  message,
  errors: [{ Field: field, Message: message }],
});

/** A list answer over rows of any shape; only the page asked for is converted. */
export function listOf<Row>(
  names: { name: string; item: string },
  rows: readonly Row[],
  rules: PageRules,
  toJson: (row: Row, index: number) => JsonObject,
): Answer {
  return {
    kind: "list",
    ...names,
    total: rows.length,
    rules,
    rows: (from, to) => rows.slice(from, to).map((row, index) => toJson(row, from + index)),
  };
}
