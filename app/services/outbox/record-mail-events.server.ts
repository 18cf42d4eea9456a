import { z } from "zod";
import type { Deps } from "../deps.ts";
import { pseudonym } from "../pseudonym.ts";

/** What a mail provider tells of our mails, in the one form every provider's own can be turned into (docs/mail.md). */
export const mailEventsSchema = z.object({
  events: z
    .array(
      z.object({
        type: z.enum(["bounce", "complaint"]),
        /** Only a permanent bounce says that the mailbox does not exist; a full one may be emptied. */
        permanent: z.boolean().default(false),
        address: z.email(),
      }),
    )
    .max(500),
});
export type MailEvents = z.infer<typeof mailEventsSchema>;

/** Suppresses every address that bounced for good or complained. Returns how many of the events did. */
export async function recordMailEvents(
  { events }: MailEvents,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<number> {
  const final = events.filter(({ type, permanent }) => type === "complaint" || permanent);
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    for (const { type, address } of final)
      await work.suppressions.add(pseudonym("address", address, deps.settings), type, now);
  });
  return final.length;
}
