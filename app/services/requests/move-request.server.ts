import { mailedStep, nextCheck } from "#app/domain/index.ts";
import type { ClosingRequestEvent, ClosingRequestRow, Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { announceState } from "./announce-state.server.ts";
import { planFollowUp } from "./follow-up.server.ts";

export type Step = Pick<ClosingRequestEvent, "trigger" | "toState" | "actor" | "evidence">;

/**
 * Every move of a request and what follows from it, in one transaction: state and audit row, the event for the
 * merchant's automations, the e-mail about it (E4), and what is to be asked from now on. False, and nothing, when the
 * request has left its state meanwhile.
 */
export async function moveRequest(
  request: ClosingRequestRow,
  step: Step,
  work: Work,
  deps: Pick<Deps, "clock" | "settings">,
): Promise<boolean> {
  const { shop, id } = request;
  const now = deps.clock.now();
  if (!(await work.closingRequests.move(shop, id, { ...step, fromState: request.state, at: now })))
    return false;
  if (step.toState !== request.state) await announceState(request, step.toState, work, now);
  await writeStatusMail(request, step, work, deps);
  await planFollowUp(request, step.toState, work, deps);
  if (step.trigger === "channel-accepted" && step.evidence.ticketNumber)
    await work.requestChecks.plan({ shop, requestId: id, kind: "desk", nextAt: now.add({ hours: 1 }) });
  if (step.trigger === "told-closed")
    await work.requestChecks.plan({
      shop,
      requestId: id,
      kind: "account",
      nextAt: nextCheck(now, null).nextAt,
    });
  return true;
}

/** Once a step: the length of the history names it. */
async function writeStatusMail(
  { shop, id }: ClosingRequestRow,
  { trigger }: Step,
  work: Work,
  { clock, settings }: Pick<Deps, "clock" | "settings">,
): Promise<void> {
  const step = mailedStep(trigger);
  const merchant = step && (await work.shops.find(shop));
  if (!merchant?.contactEmail || merchant.mailStoppedAt) return;
  const now = clock.now();
  const { length } = await work.closingRequests.events(shop, id);
  const mail = {
    shop,
    purpose: "status-change" as const,
    dedupeKey: `status-change:${id}:${length}`,
    recipient: merchant.contactEmail,
    locale: merchant.locale,
    content: { step, at: now.toString() },
    requestId: id,
  };
  await writeMail(mail, work, { now, settings });
}
