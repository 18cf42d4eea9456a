import { z } from "zod";
import type { FetchResult, ImpactCredentials, Program } from "#app/ports/impact.ts";
import { PROGRAM_STATES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { rowReader } from "./rows.server.ts";
import { id, nameOrNull, text } from "./scalars.server.ts";

// A state added later reads as "unknown" instead of failing the list.
const STATES = new Set<string>(PROGRAM_STATES);

const row = rowReader(
  // Contracts and actions are asked for by a program's id: nothing else of it may keep them from being read.
  z.object({ Id: id, Name: nameOrNull, State: text.catch("unknown") }),
  ({ Id, Name, State }): Program => ({
    id: Id,
    name: Name || Id,
    state: STATES.has(State) ? State : "unknown",
  }),
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
