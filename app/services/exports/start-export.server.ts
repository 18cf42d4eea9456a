import { randomUUID } from "node:crypto";
import type { Locale } from "#app/messages/locales.ts";
import type { Deps } from "../deps.ts";

/** Long enough to download it twice, short enough that the data does not lie about. docs/retention.md says so. */
const KEEP_DAYS = 7;

export type StartOutcome = "started" | "being-made" | "not-connected";

/** Begins an export in the background. An earlier one of the shop goes; one that is being made goes on. */
export async function startExport(
  input: { shop: string; locale: Locale },
  deps: Pick<Deps, "db" | "clock">,
): Promise<StartOutcome> {
  const connection = await deps.db.connections.find(input.shop);
  if (!connection) return "not-connected";
  const now = deps.clock.now();
  const id = randomUUID();
  const started = await deps.db.transact(async (work) => {
    const isNew = await work.exports.start({
      shop: input.shop,
      id,
      accountSid: connection.accountSid,
      locale: input.locale,
      state: "running",
      step: 0,
      plan: { at: "actions", after: "", counted: {}, missing: [], waitUntil: null },
      createdAt: now,
      finishedAt: null,
      expiresAt: now.add({ hours: KEEP_DAYS * 24 }),
    });
    if (isNew) await work.enqueue({ name: "make-export", data: { shop: input.shop, exportId: id } });
    return isNew;
  });
  return started ? "started" : "being-made";
}
