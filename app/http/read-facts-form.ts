import { Temporal } from "temporal-polyfill";
import {
  CARD_CURRENCIES,
  currencyDecimals,
  EDITIONS,
  readDate,
  readTypedAmount,
  type TypedAmount,
} from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import type { FactsName } from "./facts-fields.ts";
import { readYesNo } from "./read-yes-no.ts";

export type FactsProblem = { field: FactsName; message: MessageId; values: Record<string, string> };
export type ParsedFacts =
  | { outcome: "read"; facts: StatedFacts }
  | { outcome: "rejected"; problems: FactsProblem[] };

type Context = { today: Temporal.PlainDate; connected: boolean; currency: string };

/** impact.com was founded in 2008: an earlier sign-up is a slip of the keys. */
const EARLIEST = Temporal.PlainDate.from("2008-01-01");

/**
 * Reads the key facts form. Every problem is named with its field; what is left empty counts as not known, and a question
 * nobody answered is not told at all.
 */
export function readFactsForm(data: FormData, context: Context): ParsedFacts {
  const problems: FactsProblem[] = [];
  const text = (name: FactsName) => String(data.get(name) ?? "").trim();
  const add = (field: FactsName, message: MessageId, values: Record<string, string> = {}) =>
    problems.push({ field, message, values });

  const currency = context.connected ? context.currency : text("currency") || context.currency;
  const known = CARD_CURRENCIES.find((each) => each === currency);
  if (!known && !context.connected)
    add("currency", "facts.error.currency", { currencies: CARD_CURRENCIES.join(", ") });
  const decimals = known ? currencyDecimals(known) : 2;
  const amount = (field: FactsName) => {
    const value = text(field);
    if (value === "") return null;
    const read = readTypedAmount(value, decimals);
    if (read.outcome === "read") return read.amount;
    add(field, amountProblem(field, read.reason), { currency });
    return value;
  };

  const signedUpOn = readDate(text("signedUpOn"));
  if (!signedUpOn) add("signedUpOn", "facts.error.date");
  else if (Temporal.PlainDate.compare(signedUpOn, context.today) > 0) add("signedUpOn", "facts.error.future");
  else if (Temporal.PlainDate.compare(signedUpOn, EARLIEST) < 0) add("signedUpOn", "facts.error.tooEarly");

  const edition = EDITIONS.find((each) => each === text("edition"));
  if (!edition && text("edition") !== "") add("edition", "facts.error.edition");

  const trial = text("trial");
  // A page without a script asks for the last day alone, because no field of it can come and go.
  const inTrial = trial === "yes" || (!data.has("trial") && text("trialEndsOn") !== "");
  const trialEndsOn = inTrial ? readDate(text("trialEndsOn")) : null;
  if (inTrial && !trialEndsOn) add("trialEndsOn", "facts.error.trialDate");
  if (trialEndsOn && signedUpOn && Temporal.PlainDate.compare(trialEndsOn, signedUpOn) < 0)
    add("trialEndsOn", "facts.error.trialBeforeSignUp");

  const balance = amount("balance");
  const asOf = readDate(text("balanceAsOf"));
  const readYet = asOf !== null && Temporal.PlainDate.compare(asOf, context.today) <= 0;
  if (balance !== null && !readYet) add("balanceAsOf", "facts.error.balanceDate");
  else if (balance !== null && asOf && signedUpOn && Temporal.PlainDate.compare(asOf, signedUpOn) < 0)
    add("balanceAsOf", "facts.error.balanceBeforeSignUp");
  const minimumFee = amount("minimumFee");
  const card = text("cardEverCharged");
  if (problems.length > 0 || !signedUpOn) return { outcome: "rejected", problems };
  return {
    outcome: "read",
    facts: {
      signedUpOn: signedUpOn.toString(),
      ...(edition ? { edition } : {}),
      ...(data.has("trial") && trial === "" ? {} : { trialEndsOn: trialEndsOn?.toString() ?? null }),
      ...(card === "" ? {} : { cardEverCharged: readYesNo(card) }),
      fundingBalance: balance !== null && asOf ? { amount: balance, asOf: asOf.toString() } : null,
      minimumFee,
      ...(known && !context.connected ? { currency: known } : {}),
    },
  };
}

type Refused = Extract<TypedAmount, { outcome: "refused" }>["reason"];

/** A balance below nothing is what is overdue, which the invoices say; no fee is below nothing. */
function amountProblem(field: FactsName, reason: Refused): MessageId {
  if (reason === "decimals") return "facts.error.decimals";
  return reason === "negative" && field === "balance" ? "facts.error.negativeBalance" : "facts.error.amount";
}
