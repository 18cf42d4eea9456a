import { Temporal } from "temporal-polyfill";
import { businessDaysBefore, firstFee, nextFeeDate } from "#app/domain/index.ts";
import { notedClosing } from "#app/services/account/unfinished-request.server.ts";
import { type AccountView, loadAccount, paysKnownFee } from "../account/load-account.server.ts";
import { standingOf } from "../account/standing-of.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { reminderReason } from "./reminder-reason.server.ts";

/** Enough for impact.com's support to read a request before the fee (experience.md 2.8). */
const BUSINESS_DAYS_AHEAD = 3;

export type RemindOutcome =
  | "reminded"
  | "reminded-before"
  | "not-wanted"
  | "not-due"
  | "closed"
  | "no-address";

/** Writes the reminder of the next fee from three business days before it on; once per store and fee. */
export async function remindBeforeFee(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<RemindOutcome> {
  const view = await loadAccount(input, deps);
  if (!view?.shop.uninstalledAt) return "not-wanted";
  const because = await reminderReason(view.shop, deps);
  if (because === null) return "not-wanted";
  if (view.state === "closed" || (await notedClosing(input.shop, deps.db))?.isProved) return "closed";
  // Partners and agencies pay no monthly fee (S2, S3); of another edition nobody publishes day or amount.
  if (!paysKnownFee(view)) return "not-wanted";
  const { feeOn, maybe } = nextFee(view);
  if (Temporal.PlainDate.compare(view.today, businessDaysBefore(feeOn, BUSINESS_DAYS_AHEAD)) < 0)
    return "not-due";
  const recipient = view.shop.contactEmail;
  if (!recipient) return "no-address";
  const mail = {
    shop: input.shop,
    purpose: "fee-reminder" as const,
    dedupeKey: `fee-reminder:${input.shop}:${feeOn}`,
    recipient,
    locale: view.shop.locale,
    content: {
      shopName: view.shop.name,
      account: view.connection?.accountSid.slice(-4) ?? null,
      timeZone: view.timeZone,
      currency: view.currency,
      feeOn: feeOn.toString(),
      maybe,
      ...minimumOf(view),
      asOf: view.checkedAt?.toString() ?? null,
      because,
    },
  };
  const isNew = await deps.db.transact((work) =>
    writeMail(mail, work, { now: deps.clock.now(), settings: deps.settings }),
  );
  return isNew ? "reminded" : "reminded-before";
}

/**
 * Without a sign-up date: the next 1st, the day of every fee but possibly the first ones (S3). While the first fee may
 * come on either of two days, the earlier one is warned of as well (G4).
 */
function nextFee({ assembled, today }: AccountView): { feeOn: Temporal.PlainDate; maybe: boolean } {
  if (assembled.outcome !== "ready")
    return { feeOn: today.add({ months: 1 }).with({ day: 1 }), maybe: false };
  const { earliest } = firstFee(assembled.signedUpOn);
  const feeOn = nextFeeDate(assembled.signedUpOn, today);
  const isEarlier =
    Temporal.PlainDate.compare(today, earliest) < 0 && Temporal.PlainDate.compare(earliest, feeOn) < 0;
  return isEarlier ? { feeOn: earliest, maybe: true } : { feeOn, maybe: false };
}

function minimumOf(view: AccountView): { minimum: string | null; isEstimate: boolean } {
  const minimum = standingOf(view)?.staying.minimum;
  return { minimum: minimum?.perMonth ?? null, isEstimate: minimum?.bound === "atLeastAbout" };
}
