import { z } from "zod";
import type { FetchResult, ImpactCredentials, Program } from "#app/ports/impact.ts";
import { PROGRAM_STATES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { text } from "./scalars.server.ts";

// A state added later reads as "unknown" instead of failing the list.
const STATES = new Set<string>(PROGRAM_STATES);

const row = z
  .object({ Id: text, Name: text, State: text })
  .transform(
    ({ Id, Name, State }): Program => ({ id: Id, name: Name, state: STATES.has(State) ? State : "unknown" }),
  );

/** Reads all programs of the account, in every state. */
export function readPrograms(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<Program[]>> {
  return readList(request, {
    credentials,
    resource: "Campaigns",
    path: ["Campaigns"],
    key: "Campaigns",
    row,
  });
}
