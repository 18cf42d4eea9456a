import { answerDay, isUnderWay, phaseOf } from "#app/domain/index.ts";
import { sendByView } from "#app/services/closing/closing-figures.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import type { showClosing } from "#app/services/closing/show-closing.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { partnerPage } from "./account-kinds-view.server.ts";
import { withScenario } from "./read-scenario.ts";

type Closing = NonNullable<Awaited<ReturnType<typeof showClosing>>>;

/** What Close account shows of an account, a trial, a partner or a request, as JSON. */
export function closingPage(
  {
    view,
    closure,
    tasks,
    closingPath,
    explained,
    standing,
    overdue,
    request,
    clock,
    putAway,
    noted,
    isOver,
    others,
    figures,
  }: Closing,
  { settings }: Pick<Deps, "settings">,
  { answerDays, scenario }: { answerDays: number; scenario: string | null },
) {
  const { facts, statedAt, today } = view;
  const isStarter = closingPath.route === "trial-cancel" || closingPath.route === "starter-ticket";
  const { counts, outlook } = figures();
  const curve = outlook && withScenario(outlook, scenario);
  const lastStatedAt = isStarter
    ? (statedAt.cancelButton ?? statedAt.closingAccount)
    : statedAt.closingAccount;
  return {
    today: today.toString(),
    state: view.state,
    isOver,
    standing,
    overdue,
    tasks,
    counts,
    partner: partnerPage(view),
    route: {
      closingPath,
      stated: { account: facts.closingAccount ?? null, button: facts.cancelButton ?? null },
      lastStatedAt: lastStatedAt?.toString() ?? null,
      subscriptionUrl: impactLink("subscription", settings.impactAppUrl),
      trialOpen: closingPath.route === "trial-cancel" || (isStarter && closure?.trial.status !== "no"),
    },
    trial: closure && { conditions: closure.trial.conditions, endsOn: facts.trialEndsOn ?? null },
    verdict:
      isOver || !closure
        ? null
        : {
            earliest: closure.earliestClosing.date,
            because: closure.earliestClosing.because,
            refund: closure.refund,
            explained,
            outlook,
          },
    sendBy: request && isUnderWay(request.state) ? null : sendByView(curve, answerDays, today),
    /** What the curve shows: the scenario of the page's address, or the cheapest. */
    curve: isOver || !closure ? null : curve,
    request:
      request && isUnderWay(request.state)
        ? {
            reference: request.reference,
            phase: phaseOf(request.state),
            nextOn: clock && answerDay(clock),
            overdue: clock?.overdueSince != null,
            isPutAway: putAway,
          }
        : null,
    ended:
      request && !isUnderWay(request.state)
        ? {
            reference: request.reference,
            state: request.state,
            isProved: noted?.reference !== request.reference || noted.isProved,
          }
        : null,
    noted: noted && { isProved: noted.isProved },
    others: others.map(({ reference, state, accounts, createdAt }) => ({
      reference,
      state,
      accounts: accounts.map((sid) => `…${sid.slice(-4)}`),
      at: createdAt.toString(),
    })),
  };
}

export type ClosingPageView = ReturnType<typeof closingPage>;
