import { failureVerdict } from "#app/domain/index.ts";
import type { MailRecord, SendOutcome } from "#app/ports/index.ts";
import { noteNews } from "#app/services/outbox/record-mail-events.server.ts";
import { suppressionOf } from "#app/services/outbox/suppression.server.ts";
import type { Deps } from "../deps.ts";
import { composeAccountNews } from "./compose-account-news.server.ts";
import { composeAlert } from "./compose-alert.server.ts";
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
  const record = await deps.db.mails.findById(input.shop, input.mailId);
  if (!record) return "unknown-mail";
  if (record.state !== "pending") return "done-before";
  const composed = await composeUnlessSuppressed(record, deps);
  if (composed.outcome === "drop") {
    await markDropped(record, composed.reason, deps);
    return "dropped";
  }
  const sent = await deps.mailer.send({
    ...composed.mail,
    headers: { ...composed.mail.headers, ...BY_OURSELVES },
  });
  if (sent.outcome === "sent") {
    await markSent(record, keptHeaders(sent.headers), deps);
    return "sent";
  }
  if (await isRefusedForGood(record, sent, deps)) {
    await markDropped(record, `refused by the mailbox: ${sent.reason}`, deps);
    return "dropped";
  }
  await deps.db.mails.markFailed(record.shop, record.id, sent.reason);
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
  { recipient, purpose }: MailRecord,
  sent: Exclude<SendOutcome, { outcome: "sent" }>,
  deps: DeliverDeps,
): Promise<boolean> {
  if (purpose === "operator-alert" || sent.outcome !== "not-sent" || sent.step !== "recipient") return false;
  if (sent.code === null || sent.code < REFUSES_FOR_GOOD) return false;
  const verdict = failureVerdict({ status: null, diagnostic: sent.reason });
  return verdict !== "sender" && deps.db.transact((work) => noteNews(recipient, verdict, work, deps));
}

async function markSent(record: MailRecord, headers: string, deps: DeliverDeps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    if (record.purpose === "final") return work.mails.remove(record.shop, record.id);
    await work.mails.markSent(record.shop, record.id, now, headers);
  });
}

/** A last mail is the last row of an erased shop: it goes with its end, whichever that is. */
async function markDropped({ shop, id, purpose }: MailRecord, reason: string, { db }: DeliverDeps) {
  if (purpose === "final") return db.mails.remove(shop, id);
  await db.mails.markDropped(shop, id, reason);
}

/** The operator hears of tickets in trouble whatever was said of the address: such a thing must not end quietly. */
async function composeUnlessSuppressed(record: MailRecord, deps: DeliverDeps): Promise<Composed> {
  const suppressed = record.purpose === "operator-alert" ? null : await suppressionOf(record.recipient, deps);
  return suppressed === null
    ? compose(record, deps)
    : { outcome: "drop", reason: `address suppressed after a ${suppressed}` };
}

function compose(record: MailRecord, deps: DeliverDeps): Promise<Composed> | Composed {
  switch (record.purpose) {
    case "operator-alert":
      return composeOperatorAlert(record);
    case "closing-receipt":
      return composeReceipt(record, deps).then((composed) => withReceiptPdf(composed, record, deps));
    case "uninstall-warning":
      return composeWarning(record, deps);
    case "new-link":
      return composeNewLink(record, deps);
    case "exit-code":
      return composeExitCode(record, deps);
    case "fee-reminder":
      return composeReminder(record, deps);
    case "alert":
      return composeAlert(record, deps);
    case "task-reopened":
      return composeReopened(record, deps);
    case "status-change":
      return composeStatusChange(record, deps);
    case "refund-late":
      return composeRefundLate(record, deps);
    case "charge-question":
      return composeChargeQuestion(record, deps);
    case "follow-up":
      return composeFollowUp(record, deps);
    case "account-news":
      return composeAccountNews(record, deps);
    case "final":
      return composeFinal(record, deps.settings);
  }
}
