import { formatMinor, planFor } from "#app/domain/index.ts";
import type { showHome } from "#app/services/account/show-home.server.ts";
import { stillAnswers } from "#app/services/account/still-answers.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import type { Deps } from "#app/services/deps.ts";
import { arrival } from "#app/services/requests/asked-at.ts";
import { lastFeeOn } from "#app/services/requests/last-fee-of.ts";
import type { RequestNow } from "#app/services/requests/request-now.server.ts";
import { agencyPage, partnerPage } from "./account-kinds-view.server.ts";
import { homeState } from "./home-state.ts";
import { pageView } from "./page-view.server.ts";

type Home = NonNullable<Awaited<ReturnType<typeof showHome>>>;

/** Home as its page shows it: the state it is in, and what that state says. */
export function homePage(home: Home, now: RequestNow | null, { settings }: Pick<Deps, "settings">) {
  const { view, standing, overdue, figures, request, putAway, noted, isOver } = home;
  const page = pageView(view, { isOver });
  const today = view.today.toString();
  const state = homeState({
    isKnown: figures !== null || request !== null || page.freshness.connected || page.otherAccount !== null,
    state: view.state,
    isSilent: !stillAnswers(view),
    request: request?.state ?? null,
    overdue: overdue?.overdue.state === "overdue",
    trial: figures?.trial != null && !figures.trial.isOver,
  });
  return {
    page,
    today,
    state,
    partner: partnerPage(view),
    agency: agencyPage(view),
    standing,
    overdue,
    figures,
    balance: view.facts.fundingBalance ?? null,
    isProved: noted?.isProved === true || view.state === "closed",
    isOver,
    /** What Starter costs at least where nothing is known of the account yet. */
    starterMinimum: starterMinimum(),
    subscriptionUrl: impactLink("subscription", settings.impactAppUrl),
    payUrl: impactLink("settle-invoices", settings.impactAppUrl),
    request: request &&
      now && {
        reference: request.reference,
        state: request.state,
        isPutAway: putAway,
        ...sentOn(now, view.timeZone),
        sentTo: settings.supportAddress,
        nextOn: now.clock.nextOn,
        overdueSince: now.clock.overdueSince,
        earliest: figures?.closing.earliest ?? null,
      },
    closing: {
      reference: request?.reference ?? null,
      chargedAgain: now?.clock.chargedAgain ?? false,
      closedOn: now?.after?.closedOn.toString() ?? null,
      refundBy: now?.clock.refundBy ?? null,
      lastFeeOn: now?.after ? lastFeeOn(view, now.after.closedOn) : null,
      askOn: now?.clock.askChargeOn ?? null,
      until: now?.after?.until.toString() ?? null,
    },
  };
}

export type HomePage = ReturnType<typeof homePage>;

function starterMinimum(): string {
  const { fee } = planFor("starter");
  return formatMinor(fee.kind === "greater-of" ? fee.minimumUsd : fee.flatUsd, "USD");
}

/** The day the request reached impact.com, and whether the merchant took it there; null while it has not. */
function sentOn({ events }: RequestNow, timeZone: string): { sentOn: string | null; isByHand: boolean } {
  const sent = arrival(events);
  return {
    sentOn: sent ? sent.at.toZonedDateTimeISO(timeZone).toPlainDate().toString() : null,
    isByHand: sent?.trigger === "told-handed-over",
  };
}
