import type { ContractItem, Reading } from "#app/ports/impact.ts";
import { statusOf } from "./scalars.server.ts";

/**
 * Asked one by one because the API lists only active contracts otherwise. In the order of a contract's life: one
 * that moves on while we read is then seen at least once, and its later status wins.
 */
const ASKED = ["PENDING", "UPCOMING", "ACTIVE", "EXPIRED"] as const;

// A status we have never seen counts as ACTIVE, the careful reading: the contract still has to be ended.
export const contractStatus = statusOf<ContractItem["status"]>([...ASKED, "DECLINED"], "ACTIVE");

/** The contracts of every status that can still matter for a closing, each once; `ask` reads those of one status. */
export async function readEveryStatus<Contract extends { id: string }>(
  ask: (query: { Status: string }) => Promise<Reading<Contract[]>>,
): Promise<Reading<Contract[]>> {
  const byId = new Map<string, Contract>();
  for (const Status of ASKED) {
    const list = await ask({ Status });
    if (list.outcome !== "read") return list;
    for (const contract of list.value) byId.set(contract.id, contract);
  }
  return { outcome: "read", value: [...byId.values()] };
}
