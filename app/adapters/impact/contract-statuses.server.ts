import { z } from "zod";
import type { ContractItem, FetchResult, SetAside } from "#app/ports/impact.ts";
import { ASKED_CONTRACTS, CONTRACT_STATUSES, ENDED_CONTRACT } from "./known-values.server.ts";
import { readWith } from "./rows.server.ts";
import { statusOf, text } from "./scalars.server.ts";

// A status we have never seen counts as ACTIVE, the careful reading: the contract still has to be ended. A contract
// that was terminated (partner v16) has ended like one that ran out.
const ended = text.transform((status) => (status === ENDED_CONTRACT ? "EXPIRED" : status));
export const contractStatus: z.ZodType<ContractItem["status"]> = z.pipe(
  ended,
  statusOf(CONTRACT_STATUSES, "ACTIVE"),
);

/**
 * The contracts of every status that can still matter for a closing, each once; `ask` reads those of one status. One
 * status after another, because the API lists only active contracts otherwise; one that moves on while we read is seen
 * at least once.
 */
export async function readEveryStatus<Contract extends { id: string }>(
  ask: (query: { Status: string }) => Promise<FetchResult<Contract[]>>,
  keyOf: (contract: Contract) => string = ({ id }) => id,
): Promise<FetchResult<Contract[]>> {
  const contracts = new Map<string, Contract>();
  const aside = new Map<string, SetAside>();
  for (const Status of ASKED_CONTRACTS) {
    const list = await ask({ Status });
    if (list.outcome !== "read") return list;
    for (const contract of list.value) contracts.set(keyOf(contract), contract);
    for (const row of list.aside ?? []) aside.set(row.row, row);
  }
  return readWith([...contracts.values()], [...aside.values()]);
}
