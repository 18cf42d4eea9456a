import { z } from "zod";
import { type AddressNews, afterNews, failureVerdict, isSuppressed, oneMailbox } from "#app/domain/index.ts";
import type { Database, Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { addressMac } from "./suppression.server.ts";

const MAX_EVENTS = 500;

/** Cut, not refused: a code with its explanation still says what became of the mail. */
const words = (longest: number) =>
  z
    .string()
    .transform((text) => text.slice(0, longest))
    .nullish();

/** What a mail provider tells of one mail, in the one form every provider's own can be turned into (docs/mail.md). */
const eventSchema = z.object({
  type: z.enum(["bounce", "complaint", "delivery"]),
  /** Without a code: whether the provider says that the mailbox does not exist. */
  permanent: z.boolean().default(false),
  address: z
    .string()
    .max(512)
    .refine((address) => oneMailbox(address) !== null),
  /** The code and the words of the server that refused it, where the provider passes them on. */
  status: words(40),
  diagnostic: words(10_000),
});
export type MailEvent = z.input<typeof eventSchema>;

const batchSchema = z.object({ events: z.array(z.unknown()).max(MAX_EVENTS) });

/** The entries that can be read, and how many cannot; null when it is no batch at all. */
export function readMailEvents(body: unknown): { events: MailEvent[]; unread: number } | null {
  const batch = batchSchema.safeParse(body);
  if (!batch.success) return null;
  const events = batch.data.events.flatMap((entry) => eventSchema.safeParse(entry).data ?? []);
  return { events, unread: batch.data.events.length - events.length };
}

/** Counts what the events say for and against their addresses. Returns how many of them left their address suppressed. */
export async function saveMailEvents(
  { events }: { events: MailEvent[] },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<number> {
  return deps.db.transact(async (work) => {
    let suppressed = 0;
    for (const event of events)
      if (await noteNews(oneMailbox(event.address) ?? event.address, newsOf(event), work, deps))
        suppressed += 1;
    return suppressed;
  });
}

/** Counts one piece of news of an address; true when no mail goes to it after that. */
export async function noteNews(
  address: string,
  news: AddressNews,
  { suppressions }: Pick<Work | Database, "suppressions">,
  deps: Pick<Deps, "clock" | "settings">,
): Promise<boolean> {
  const mac = await addressMac(address, { settings: deps.settings, store: suppressions });
  const now = deps.clock.now();
  const trouble = afterNews(await suppressions.find(mac), news, now);
  await suppressions.save(mac, trouble);
  return isSuppressed(trouble.suppression, now);
}

function newsOf({ type, permanent, status = null, diagnostic = null }: MailEvent): AddressNews {
  if (type === "complaint") return "complaint";
  if (type === "delivery") return "delivered";
  if (status !== null || diagnostic !== null) return failureVerdict({ status, diagnostic });
  return permanent ? "gone" : "soft";
}
