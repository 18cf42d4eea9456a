import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { closureReport, type OverdueReport, phaseOf, REQUEST_PHASES } from "#app/domain/index.ts";
import { type ClosingRequestRow, type ShopRow, STORE_STOPS, type StoreStop } from "#app/ports/index.ts";
import type { NotedClosing } from "#app/services/account/unfinished-request.server.ts";
import type { AccountView } from "../account/load-account.server.ts";
import { overdueOf } from "../account/overdue-of.ts";
import { standingOf } from "../account/standing-of.ts";

/** Which story the warning tells; each is true of a different merchant. */
const variant = z.enum([
  "open",
  "trial",
  "neverConnected",
  "usedElsewhere",
  "noFee",
  "otherEdition",
  "closed",
]);

/** How surely an amount is meant, as the core says it. */
const bound = z.enum(["about", "atLeast", "atLeastAbout"]);

export const warningFactsSchema = z.object({
  variant: variant.default("open"),
  /** The install this warning is about; a merchant who came back and left again gets that leave's own. */
  installedAt: z.string().nullable().default(null),
  /** How the store itself stopped; null of a store that removed the app. */
  stop: z.enum(STORE_STOPS).nullable().default(null),
  shopName: z.string(),
  /** Last four characters of the account's id, by which the merchant knows that this mail is meant for them. */
  account: z.string().nullable().default(null),
  timeZone: z.string(),
  currency: z.string(),
  /** When impact.com was last asked; null when the figures rest on what the merchant told us. */
  asOf: z.string().nullable(),
  nextFee: z.object({ amount: z.string(), bound, date: z.string() }).nullable().default(null),
  /** Commissions of the last 30 days, which the card pays beside the fee (D2); null where the actions are not known. */
  commissions: z.string().nullable().default(null),
  /** Rows that could not be read may add to them. */
  commissionsAreLeast: z.boolean().default(false),
  overdue: z.object({ amount: z.string(), since: z.string() }).nullable().default(null),
  /** Both days on which the first fee may come, while it is open which (G4). */
  firstFee: z.object({ earliest: z.string(), expected: z.string() }).nullable().default(null),
  minimum: z
    .object({ perMonth: z.string(), perYear: z.string(), bound: bound.default("atLeast") })
    .nullable(),
  /** The average fee of the last three full months, where it is more than the minimum (D3). */
  lastMonths: z.string().nullable().default(null),
  trialEndsOn: z.string().nullable().default(null),
  /** What the merchant noted of a closing, and when impact.com was asked after it and still called the account open. */
  closing: z
    .object({
      reference: z.string(),
      at: z.string(),
      stillOpenAt: z.string().nullable(),
      /** False of a note without a word of impact.com's: then the warning says what it costs as well. */
      isProved: z.boolean().default(true),
    })
    .nullable()
    .default(null),
  /** The account's request that impact.com has not closed, or that ended without a closing; null where there is none. */
  request: z
    .object({
      reference: z.string(),
      standing: z.enum(REQUEST_PHASES),
      /** The day to follow up on, where an answer is awaited. */
      answerBy: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** First day on which the account can close, as far as is known. */
  earliest: z.string().nullable().default(null),
  /** True when the data outlives Shopify's order to delete, 48 hours after the uninstall. */
  dataKept: z.boolean().default(false),
});

export type WarningFacts = z.infer<typeof warningFactsSchema>;
type Circumstances = {
  usedElsewhere: boolean;
  dataKept: boolean;
  closing: NotedClosing | null;
  request: (Pick<ClosingRequestRow, "reference" | "state"> & { answerBy?: string | null }) | null;
  stop?: StoreStop;
};

/** What the warning will say, fixed at the uninstall: afterwards nothing can be asked any more. */
export function warningFacts(
  shop: ShopRow,
  view: AccountView | null,
  { usedElsewhere, dataKept, closing, request, stop }: Circumstances,
): WarningFacts {
  const trialEndsOn = view && runningTrial(view);
  const base = {
    variant: closing?.isProved ? ("closed" as const) : variantOf(view, usedElsewhere, trialEndsOn),
    installedAt: shop.installedAt.toString(),
    stop: stop ?? null,
    shopName: shop.name,
    account: view?.connection?.accountSid.slice(-4) ?? null,
    timeZone: view?.timeZone ?? shop.timeZone,
    currency: view?.currency ?? shop.currency,
    asOf: view?.checkedAt?.toString() ?? null,
    trialEndsOn,
    closing: closing && {
      reference: closing.reference,
      at: closing.at.toString(),
      stillOpenAt: stillOpenAt(view, closing.at),
      isProved: closing.isProved,
    },
    request:
      closing || !request
        ? null
        : {
            reference: request.reference,
            standing: phaseOf(request.state),
            answerBy: request.answerBy ?? null,
          },
    earliest: closing ? null : earliestOf(view),
    dataKept,
  };
  const open = closing?.isProved ? null : view;
  const standing = open && standingOf(open);
  const overdue = lateOf(open && overdueOf(open, standing));
  if (standing === null)
    return {
      ...base,
      nextFee: null,
      commissions: null,
      commissionsAreLeast: false,
      overdue,
      firstFee: null,
      minimum: null,
      lastMonths: null,
    };
  const { fee } = standing;
  return {
    ...base,
    nextFee: fee.next && { amount: fee.next.amount, bound: fee.next.bound, date: fee.next.date },
    commissions: standing.commissions.last30Days?.amount ?? null,
    commissionsAreLeast: standing.commissions.isLeast,
    overdue,
    firstFee: fee.next && fee.earlierOn ? { earliest: fee.earlierOn, expected: fee.next.date } : null,
    minimum: standing.staying.minimum,
    lastMonths: standing.staying.lastMonths?.perMonth ?? null,
  };
}

function lateOf(report: OverdueReport | null): WarningFacts["overdue"] {
  if (report?.overdue.state !== "overdue") return null;
  const { amount, since } = report.overdue;
  return { amount, since };
}

function earliestOf(view: AccountView | null): string | null {
  if (view?.assembled.outcome !== "ready") return null;
  return closureReport(view.assembled.account, { on: view.today }).earliestClosing.date;
}

function variantOf(
  view: AccountView | null,
  usedElsewhere: boolean,
  trialEndsOn: string | null,
): WarningFacts["variant"] {
  if (!view || (!view.connection && view.assembled.outcome === "facts-missing" && !view.otherAccount))
    return "neverConnected";
  if (usedElsewhere) return "usedElsewhere";
  if (view.kind !== "brand" || view.otherAccount === "partner") return "noFee";
  if (view.otherAccount === "other-brand") return "otherEdition";
  return trialEndsOn === null ? "open" : "trial";
}

/** Null too where impact.com was last asked before the closing was noted: that says nothing against it. */
function stillOpenAt(view: AccountView | null, closedAt: Temporal.Instant): string | null {
  const asked = view?.state === "open" ? view.checkedAt : null;
  return asked && Temporal.Instant.compare(asked, closedAt) > 0 ? asked.toString() : null;
}

/** The last day of a trial that the merchant can end alone, as far as is known (S0). */
function runningTrial({ assembled, facts, today }: AccountView): string | null {
  if (assembled.outcome !== "ready" || !facts.trialEndsOn) return null;
  return closureReport(assembled.account, { on: today }).trial.status === "no" ? null : facts.trialEndsOn;
}

/** A fee whose day has gone by while the mail waited is no "next" fee any more; of the first fee's days alike. */
export function stillAhead(facts: WarningFacts, now: Temporal.Instant): WarningFacts {
  const today = now.toZonedDateTimeISO(facts.timeZone).toPlainDate();
  const isPast = (day: string) => Temporal.PlainDate.compare(Temporal.PlainDate.from(day), today) < 0;
  const { nextFee, firstFee } = facts;
  return {
    ...facts,
    nextFee: nextFee && !isPast(nextFee.date) ? nextFee : null,
    firstFee: firstFee && !isPast(firstFee.earliest) ? firstFee : null,
  };
}
