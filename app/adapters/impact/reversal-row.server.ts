import { z } from "zod";
import type { Reversal } from "#app/ports/impact.ts";
import { day, text } from "./scalars.server.ts";

/** ActionUpdate of a reversal, brand v14. Several may name one action; its last one counts. */
export const reversalRow = z
  .object({ Id: text, ActionId: text, UpdateDate: day })
  .transform(({ Id, ActionId, UpdateDate }): Reversal & { id: string } => ({
    id: Id,
    actionId: ActionId,
    reversedOn: UpdateDate,
  }));
