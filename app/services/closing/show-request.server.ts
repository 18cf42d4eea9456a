import { closureReport } from "#app/domain/index.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";

/** One closing request as its receipt shows it, with the dates to expect; null when the shop has no such request. */
export async function showRequest(
  input: { shop: string; reference: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const request = await deps.db.closings.findByReference(input.shop, input.reference);
  const view = request && (await loadAccount({ shop: input.shop }, deps));
  if (!request || !view) return null;
  const events = await deps.db.closings.events(input.shop, request.id);
  const closure =
    view.reading.outcome === "ready" ? closureReport(view.reading.account, { on: view.today }) : null;
  return {
    reference: request.reference,
    state: request.state,
    subject: request.subject,
    body: request.body,
    recipient: deps.settings.supportAddress,
    timeZone: view.timeZone,
    events: events.map(({ trigger, at, evidence }) => ({
      trigger,
      at: at.toString(),
      to: evidence.to ?? "",
    })),
    sentAt: events.find(({ trigger }) => trigger === "channel-accepted")?.at.toString() ?? null,
    earliestClosing: closure?.earliestClosing.date ?? null,
    refundBy: closure?.refund.refundBy ?? null,
  };
}

export type RequestView = NonNullable<Awaited<ReturnType<typeof showRequest>>>;
