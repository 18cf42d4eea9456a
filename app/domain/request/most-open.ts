import { isEnded, type RequestState } from "./states.ts";
import { isUnderWay } from "./transitions.ts";

/**
 * Of requests with the newest first, the one that says where their account stands: the one under way, else the newest that
 * was neither rejected nor withdrawn; null for none.
 */
export const mostOpen = <R extends { state: RequestState }>(requests: readonly R[]): R | null =>
  requests.find(({ state }) => isUnderWay(state)) ?? requests.find(({ state }) => !isEnded(state)) ?? null;
