import { z } from "zod";

/** A ticket's number at any desk; 0 or less is the number of none. */
export const ticketId = z.number().int().positive();

/** When a desk said what it says of a ticket, in its own words; what is no moment is left out, whatever else it says. */
export const saidAt = z.iso
  .datetime({ offset: true })
  .nullish()
  .catch(null)
  .transform((moment) => moment ?? null);
