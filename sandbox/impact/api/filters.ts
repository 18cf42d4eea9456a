import { type Answer, type ApiRequest, badRequest, type PageRules } from "#sandbox/impact/api/resource.ts";

type Checked<Value> = { outcome: "ok"; value: Value } | { outcome: "refused"; answer: Answer };

/** A query value that must be one of a list; null when it was not sent. */
export function oneOf<Value extends string>(
  query: URLSearchParams,
  name: string,
  accepted: readonly Value[],
): Checked<Value | null> {
  const text = query.get(name);
  if (text === null) return { outcome: "ok", value: null };
  const value = accepted.find((one) => one === text.toUpperCase());
  if (value !== undefined) return { outcome: "ok", value };
  return { outcome: "refused", answer: badRequest(name, `${name} must be one of ${accepted.join(", ")}.`) };
}

/** The program a list is asked for: required, a number, and one of the account's own. */
export function requiredCampaign({ query, view }: ApiRequest): Checked<number> {
  const text = query.get("CampaignId");
  if (text === null)
    return { outcome: "refused", answer: badRequest("CampaignId", "CampaignId is required.") };
  const known = view.account.seed.sandbox.programs.find((program) => String(program.id) === text);
  if (known) return { outcome: "ok", value: known.id };
  return { outcome: "refused", answer: badRequest("CampaignId", "CampaignId is not one of your campaigns.") };
}

/** The same where a list may be asked for without a program; null when it was not sent. */
export function optionalCampaign(request: ApiRequest): Checked<number | null> {
  return request.query.has("CampaignId") ? requiredCampaign(request) : { outcome: "ok", value: null };
}

/** Page rules of every list but Actions. */
export const plainPages = ({ view }: ApiRequest): PageRules => ({
  defaultSize: view.account.seed.sandbox.limits.listPageSize,
  minSize: 1,
  maxPages: null,
});

/** Page rules of Actions and ActionUpdates (brand actions v14). */
export function actionPages({ view }: ApiRequest): PageRules {
  const { actionsPageSize, actionsMinPageSize, actionsMaxPages } = view.account.seed.sandbox.limits;
  return { defaultSize: actionsPageSize, minSize: actionsMinPageSize, maxPages: actionsMaxPages };
}

/** Name of a program of the account. */
export const programName = ({ view }: ApiRequest, id: number): string =>
  view.account.seed.sandbox.programs.find((program) => program.id === id)?.name ?? "";

/** The value itself, or one no document knows when that fault is on and this is the first row. */
export const enumValue = (request: ApiRequest, value: string, unknown: string, index: number): string =>
  request.fault === "unknown-enum" && index === 0 ? unknown : value;
