import { unfinishedRequest } from "#app/services/account/unfinished-request.server.ts";
import type { Deps } from "../deps.ts";
import { type DeleteMyDataOutcome, deleteMyData } from "../uninstall/delete-my-data.server.ts";
import type { ByLink } from "./by-link.ts";
import { type ProofProblem, proveVisit } from "./prove-visit.server.ts";

type Input = ByLink & { code: string; openRequest: "keep-until-it-ends" | "delete-too" | null };

/** Deletes for who holds a link and the code; what is still to be decided is asked first. */
export async function deleteByLink(
  { code, openRequest, ...by }: Input,
  deps: Pick<Deps, "db" | "clock" | "limits" | "log" | "settings">,
): Promise<DeleteMyDataOutcome | ProofProblem> {
  const { shop } = by;
  if (openRequest === null && (await unfinishedRequest(shop, deps.db))) return "choose";
  const problem = await proveVisit({ ...by, code }, deps);
  return problem ?? deleteMyData({ shop, openRequest }, deps);
}
