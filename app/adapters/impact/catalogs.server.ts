import { z } from "zod";
import type { CatalogItem, FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import { CATALOG_STATUSES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { rowReader } from "./rows.server.ts";
import { id, nameOrNull, statusOf } from "./scalars.server.ts";

// A status we have never seen counts as ACTIVE, the careful reading: the catalog still has to be deleted.
const status = statusOf(CATALOG_STATUSES, "ACTIVE");

const row = rowReader(
  z.object({ Id: id, Name: nameOrNull, Status: status }),
  ({ Id, Name, Status }): CatalogItem => ({ id: Id, name: Name || Id, status: Status }),
);

/** Reads all product catalogs, in every status. */
export function readCatalogs(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<CatalogItem[]>> {
  return readList(request, { credentials, resource: "Catalogs", path: ["Catalogs"], key: "Catalogs", row });
}
