import type { FetchResult } from "#app/ports/impact.ts";
import { ASKED_CONTRACTS, CONTRACT_STATUSES } from "./known-values.server.ts";
import { statusOf } from "./scalars.server.ts";

// A status we have never seen counts as ACTIVE, the careful reading: the contract still has to be ended.
export const contractStatus = statusOf(CONTRACT_STATUSES, "ACTIVE");

/**
 * The contracts of every status that can still matter for a closing, each once; `ask` reads those of one status. One
 * status after another, because the API lists only active contracts otherwise; one that moves on while we read is seen
 * at least once.
 */
export async function readEveryStatus<Contract extends { id: string }>(
  ask: (query: { Status: string }) => Promise<FetchResult<Contract[]>>,
): Promise<FetchResult<Contract[]>> {
  const byId = new Map<string, Contract>();
  for (const Status of ASKED_CONTRACTS) {
    const list = await ask({ Status });
    if (list.outcome !== "read") return list;
    for (const contract of list.value) byId.set(contract.id, contract);
  }
  return { outcome: "read", value: [...byId.values()] };
}
