import { z } from "zod";
import type { Reversal } from "#app/ports/impact.ts";
import { inZone } from "./days.server.ts";
import { longListReader } from "./rows.server.ts";
import { id, isId } from "./scalars.server.ts";

/** ActionUpdate of a reversal, brand v14. Several may name one action; its last one counts. */
export const reversalRow = inZone(({ day, dayOf }) =>
  longListReader(
    z.object({ Id: id, ActionId: id, UpdateDate: day }),
    ({ Id, ActionId, UpdateDate }): Reversal & { id: string } => ({
      id: Id,
      actionId: ActionId,
      reversedOn: UpdateDate,
    }),
    ({ Id, ActionId, UpdateDate }) => {
      const on = typeof UpdateDate === "string" ? dayOf(UpdateDate) : null;
      return isId(Id) && isId(ActionId) && on !== null ? { Id, ActionId, UpdateDate: on } : null;
    },
  ),
);
