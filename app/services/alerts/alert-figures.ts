import type { AlertFigures } from "#app/domain/index.ts";
import type { ImpactResource } from "#app/ports/index.ts";
import type { AccountView } from "../account/load-account.server.ts";
import { standingOf } from "../account/standing-of.ts";

/**
 * The figures that limits are held against; null for an account without a known fee, without a connection, or that is
 * closed. What the last reading could not bring is not known: an old invoice may have been paid since.
 */
export function alertFigures(view: AccountView, earliest: string | null): AlertFigures | null {
  const { assembled } = view;
  const standing = standingOf(view);
  if (standing === null || assembled.outcome !== "ready" || !view.connection || view.state === "closed")
    return null;
  const failed = (resource: ImpactResource) =>
    view.snapshots.some((each) => each.resource === resource && each.failure !== null);
  const actionsKnown = assembled.account.actions !== null && !failed("Actions");
  const invoicesKnown = !failed("Invoices");
  return {
    standing: {
      asOf: standing.asOf,
      currency: standing.currency,
      fee: actionsKnown ? standing.fee : null,
      commissions: actionsKnown ? standing.commissions : null,
      overdue: invoicesKnown ? standing.overdue : { state: "unknown" },
    },
    earliest: actionsKnown && invoicesKnown && !failed("Contracts") ? earliest : null,
  };
}
