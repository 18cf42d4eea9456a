import type { Mail, MailRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { composeNewLink } from "./compose-new-link.server.ts";
import { composeOperatorAlert } from "./compose-operator-alert.ts";
import { composeReceipt } from "./compose-receipt.ts";
import { composeWarning } from "./compose-warning.server.ts";

type DeliverDeps = Pick<Deps, "db" | "clock" | "mailer" | "settings">;
export type DeliverOutcome = "sent" | "dropped" | "done-before" | "unknown-mail";

/** A mail ready to go, or the reason why it should no longer go. */
export type Composed = { outcome: "mail"; mail: Mail } | { outcome: "drop"; reason: string };

/**
 * Sends one mail of the outbox. Throws when the provider did not take it; the queue then tries again, and the row
 * stays pending, so that a mail is late but never lost.
 */
export async function deliverMail(
  input: { shop: string; mailId: string },
  deps: DeliverDeps,
): Promise<DeliverOutcome> {
  const record = await deps.db.mails.findById(input.shop, input.mailId);
  if (!record) return "unknown-mail";
  if (record.state !== "pending") return "done-before";
  const composed = await compose(record, deps);
  if (composed.outcome === "drop") {
    await deps.db.mails.markDropped(record.shop, record.id, composed.reason);
    return "dropped";
  }
  try {
    await deps.mailer.send(composed.mail);
  } catch (error) {
    await deps.db.mails.markFailed(
      record.shop,
      record.id,
      error instanceof Error ? error.message : "unknown",
    );
    throw error;
  }
  await deps.db.mails.markSent(record.shop, record.id, deps.clock.now());
  return "sent";
}

function compose(record: MailRecord, deps: DeliverDeps): Promise<Composed> | Composed {
  switch (record.purpose) {
    case "operator-alert":
      return composeOperatorAlert(record);
    case "closing-receipt":
      return composeReceipt(record, deps.settings);
    case "uninstall-warning":
      return composeWarning(record, deps);
    case "new-link":
      return composeNewLink(record, deps);
  }
}
