import { previewReport, type Tried, whatIfReport } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { loadSummary, paysKnownFee, type SummaryView } from "./load-account.server.ts";
import { standingOf } from "./standing-of.ts";
import { knownClosing } from "./unfinished-request.server.ts";

type Asked = {
  shop: string;
  /** Months to come after this one. */
  months: number;
  /** What is tried out; it may depend on the account's own day and currency. */
  tried?: (view: SummaryView) => Tried | null;
};

/**
 * The fee preview of this month and the `months` to come, and beside it what is tried out; null for an account without a
 * fee that is known.
 */
export async function showFees({ shop, months, tried }: Asked, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadSummary({ shop }, deps);
  if (!view) return null;
  const { assembled, today: on } = view;
  const closing = await knownClosing(view, deps.db);
  const account =
    closing === null && paysKnownFee(view) && assembled.outcome === "ready" ? assembled.account : null;
  const asked = tried?.(view) ?? null;
  return {
    view,
    /** Of a closed account no fee is expected. */
    closing,
    preview: account && previewReport(account, { on, months }),
    whatIf: account && asked && whatIfReport(account, { on, tried: asked }),
    standing: closing ? null : standingOf(view),
  };
}
