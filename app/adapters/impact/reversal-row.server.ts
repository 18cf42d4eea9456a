import { z } from "zod";
import type { Reversal } from "#app/ports/impact.ts";
import { inZone } from "./days.server.ts";
import { rowReader } from "./rows.server.ts";
import { id } from "./scalars.server.ts";

/** ActionUpdate of a reversal, brand v14. Several may name one action; its last one counts. */
export const reversalRow = inZone(({ day }) =>
  rowReader(
    z.object({ Id: id, ActionId: id, UpdateDate: day }),
    ({ Id, ActionId, UpdateDate }): Reversal & { id: string } => ({
      id: Id,
      actionId: ActionId,
      reversedOn: UpdateDate,
    }),
  ),
);
