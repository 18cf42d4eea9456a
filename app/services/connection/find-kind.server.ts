import {
  ACCOUNT_KINDS,
  type AccountKind,
  type Company,
  type ImpactApi,
  type ImpactCredentials,
  type ReadFailure,
} from "#app/ports/index.ts";

export type KindOutcome =
  | { outcome: "found"; kind: AccountKind; company: Company }
  | { outcome: "refused"; failure: ReadFailure };

/**
 * Whose account the credentials belong to. No field of the API says it and a SID does not show it, so each kind's own
 * CompanyInformation is asked for, a brand's first: the one that is read decides. What impact.com answers to a SID
 * below another kind's address is stated nowhere (docs/reading-impact.md, A1), so no refusal ever decides.
 */
export async function findKind(credentials: ImpactCredentials, impact: ImpactApi): Promise<KindOutcome> {
  const failures: ReadFailure[] = [];
  for (const kind of ACCOUNT_KINDS) {
    const fetchResult = await impact.of(kind).readCompany(credentials);
    if (fetchResult.outcome === "read") return { outcome: "found", kind, company: fetchResult.value };
    failures.push(fetchResult);
    // Whoever cannot be reached, or asks to wait, will not answer the next question either.
    if (isOutOfReach(fetchResult)) break;
  }
  const failure = failures.reduce((worst, each) => (weight(each) > weight(worst) ? each : worst));
  return { outcome: "refused", failure };
}

const isOutOfReach = (failure: ReadFailure): boolean =>
  failure.outcome === "rate-limited" ||
  (failure.outcome === "unavailable" && (failure.reason === "timeout" || failure.reason === "network"));

/**
 * Which of several refusals tells the merchant most. An outage hides the true answer, so it comes before any verdict
 * on the credentials; 403 proves that they are valid (H38); an address nobody knows says least.
 */
function weight(failure: ReadFailure): number {
  if (failure.outcome === "forbidden") return 2;
  if (failure.outcome === "unauthorized") return 1;
  return failure.outcome === "unexpected-answer" && failure.field.startsWith("HTTP ") ? 0 : 3;
}
