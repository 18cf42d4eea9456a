import { failureVerdict } from "#app/domain/index.ts";
import type { MailRow, SendOutcome } from "#app/ports/index.ts";
import { noteNews } from "#app/services/outbox/save-mail-events.server.ts";
import { suppressionOf } from "#app/services/outbox/suppression.server.ts";
import type { Deps } from "../deps.ts";
import { composeAccountNews } from "./compose-account-news.server.ts";
import { composeExitCode } from "./compose-exit-code.server.ts";
import { composeFinal } from "./compose-final.ts";
import { composeNewLink } from "./compose-new-link.server.ts";
import { composeOperatorAlert } from "./compose-operator-alert.ts";
import { composeReceipt } from "./compose-receipt.server.ts";
import { composeReminder } from "./compose-reminder.server.ts";
import { composeReopened } from "./compose-reopened.server.ts";
import {
  composeChargeQuestion,
  composeFollowUp,
  composeRefundLate,
  composeStatusChange,
} from "./compose-status.server.ts";
import { composeWarning } from "./compose-warning.server.ts";
import type { Composed } from "./composed.ts";
import { keptHeaders } from "./kept-headers.ts";
import { withReceiptPdf } from "./with-receipt-pdf.server.ts";

type DeliverDeps = Pick<Deps, "db" | "clock" | "mailer" | "pdf" | "log" | "settings">;
export type DeliverOutcome = "sent" | "dropped" | "done-before" | "unknown-mail";

/**
 * Sends one mail of the outbox. Throws when the provider did not take it; the queue then tries again, and the row
 * stays pending, so that a mail is late but never lost. A mailbox that refuses it for good is the same as one whose
 * refusal comes back later.
 */
export async function deliverMail(
  input: { shop: string; mailId: string },
  deps: DeliverDeps,
): Promise<DeliverOutcome> {
  const row = await deps.db.mails.findById(input.shop, input.mailId);
  if (!row) return "unknown-mail";
  if (row.state !== "pending") return "done-before";
  const composed = await composeUnlessSuppressed(row, deps);
  if (composed.outcome === "drop") {
    await markDropped(row, composed.reason, deps);
    return "dropped";
  }
  const sent = await deps.mailer.send({
    ...composed.mail,
    headers: { ...composed.mail.headers, ...BY_OURSELVES },
  });
  if (sent.outcome === "sent") {
    await markSent(row, keptHeaders(sent.headers), deps);
    return "sent";
  }
  if (await isRefusedForGood(row, sent, deps)) {
    await markDropped(row, `refused by the mailbox: ${sent.reason}`, deps);
    return "dropped";
  }
  await deps.db.mails.markFailed(row.shop, row.id, sent.reason);
  throw new Error(sent.reason);
}

/** RFC 3834, on whatever leaves the outbox: no autoresponder is to answer it. */
const BY_OURSELVES = { "Auto-Submitted": "auto-generated" };

const REFUSES_FOR_GOOD = 500;

/**
 * Counts what a server says of the recipient like a bounce; true when no mail goes there any more. What it says of us
 * (no relaying, no such rights) is ours to mend and silences nobody; nor does anything silence the operator.
 */
async function isRefusedForGood(
  { recipient, purpose }: MailRow,
  sent: Exclude<SendOutcome, { outcome: "sent" }>,
  deps: DeliverDeps,
): Promise<boolean> {
  if (purpose === "operator-alert" || sent.outcome !== "not-sent" || sent.step !== "recipient") return false;
  if (sent.code === null || sent.code < REFUSES_FOR_GOOD) return false;
  const verdict = failureVerdict({ status: null, diagnostic: sent.reason });
  return verdict !== "sender" && deps.db.transact((work) => noteNews(recipient, verdict, work, deps));
}

async function markSent(row: MailRow, headers: string, deps: DeliverDeps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    if (row.purpose === "final") return work.mails.remove(row.shop, row.id);
    await work.mails.markSent(row.shop, row.id, now, headers);
  });
}

/** A last mail is the last row of an erased shop: it goes with its end, whichever that is. */
async function markDropped({ shop, id, purpose }: MailRow, reason: string, { db }: DeliverDeps) {
  if (purpose === "final") return db.mails.remove(shop, id);
  await db.mails.markDropped(shop, id, reason);
}

/** The operator hears of tickets in trouble whatever was said of the address: such a thing must not end quietly. */
async function composeUnlessSuppressed(row: MailRow, deps: DeliverDeps): Promise<Composed> {
  const suppressed = row.purpose === "operator-alert" ? null : await suppressionOf(row.recipient, deps);
  return suppressed === null
    ? compose(row, deps)
    : { outcome: "drop", reason: `address suppressed after a ${suppressed}` };
}

function compose(row: MailRow, deps: DeliverDeps): Promise<Composed> | Composed {
  switch (row.purpose) {
    case "operator-alert":
      return composeOperatorAlert(row);
    case "closing-receipt":
      return composeReceipt(row, deps).then((composed) => withReceiptPdf(composed, row, deps));
    case "uninstall-warning":
      return composeWarning(row, deps);
    case "new-link":
      return composeNewLink(row, deps);
    case "exit-code":
      return composeExitCode(row, deps);
    case "fee-reminder":
      return composeReminder(row, deps);
    case "task-reopened":
      return composeReopened(row, deps);
    case "status-change":
      return composeStatusChange(row, deps);
    case "refund-late":
      return composeRefundLate(row, deps);
    case "charge-question":
      return composeChargeQuestion(row, deps);
    case "follow-up":
      return composeFollowUp(row, deps);
    case "account-news":
      return composeAccountNews(row, deps);
    case "final":
      return composeFinal(row, deps.settings);
  }
}
